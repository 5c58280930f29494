import type { GitHub } from '../../../kit/github/index.ts'
import { refusedFor } from '../../../kit/github/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import type { NewFact } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import { filledIn, noteFilledThere, postmortemOf } from '../../postmortem/index.ts'
import { Halt, haltFor, need, orAbsent } from '../halt.ts'
import { blobOf } from '../publication.ts'
import type { Run } from '../run.ts'
import { texts } from '../texts.ts'
import type { PublishInput } from './publish-to-github.ts'

/**
 * Sees to it that the branch holds the document as it is now, unless a person has changed it there: then it stays as it is.
 * A file is the bot's own as long as it is what the bot wrote, or was about to write when it was interrupted.
 */
export async function bringFile(run: Run, github: GitHub, input: PublishInput): Promise<{ edited: boolean }> {
  const { place: repository, branch, path } = run.publication
  await bringBranch(run, github, input)
  const found = orAbsent(await github.call('contents.get', { repository, path, ref: branch }), 'file')
  const { writtenBlob, intendedBlobs, number } = run.publication
  const isOurs = found ? found.sha === writtenBlob || intendedBlobs.includes(found.sha) : writtenBlob === null
  if (!isOurs && number === null && writtenBlob === null) throw new Halt('path_taken', path)
  if (!isOurs) {
    await noteEdited(run, true)
    // GitHub leaves the content of a large file out: then what was known of it stays.
    if (!found || found.encoding === 'base64') await noteFilled(run, input, textOf(found?.content))
    return { edited: true }
  }
  await noteEdited(run, false)
  await noteFilled(run, input, '')
  const wanted = blobOf(input.draft.markdown)
  if (found?.sha === wanted) {
    if (writtenBlob !== wanted) await run.keep({ writtenBlob: wanted, intendedBlobs: [] })
    return { edited: false }
  }
  // What was found is known to be ours from here on, whatever becomes of the next writing.
  const kept = [...new Set([...intendedBlobs, wanted])].slice(-20)
  await run.keep({ ...(found ? { writtenBlob: found.sha } : {}), intendedBlobs: kept })
  const t = texts.in(run.world.settings().language)
  const written = await github.call('contents.put', {
    repository,
    path,
    branch,
    message: t(found ? 'commit.next' : 'commit.first', { title: input.draft.title }),
    content: Buffer.from(input.draft.markdown).toString('base64'),
    ...(found ? { sha: found.sha } : {}),
  })
  // Somebody was faster: what stands there now is looked at again.
  if (written.is !== 'done' && refusedFor(written, /"sha" wasn't supplied/)) throw new Halt('moved')
  need(written, 'repository')
  await run.keep({ writtenBlob: wanted, intendedBlobs: [] })
  return { edited: false }
}

async function bringBranch(run: Run, github: GitHub, { place }: PublishInput): Promise<void> {
  const { place: repository, branch } = run.publication
  if (orAbsent(await github.call('refs.get', { repository, ref: `heads/${branch}` }), 'repository')) return
  const base = await baseBranch(github, repository, place?.branch)
  const from = need(await github.call('refs.get', { repository, ref: `heads/${base}` }), 'base')
  const made = await github.call('refs.create', { repository, ref: `refs/heads/${branch}`, sha: from.object.sha })
  if (made.is !== 'done' && !refusedFor(made, /Reference already exists/i)) throw haltFor(made, 'repository')
}

/** The branch that pull requests go to, by the name that it has now: GitHub sends whoever asks for the old one on to the new. */
export async function baseBranch(github: GitHub, repository: string, wanted: string | undefined): Promise<string> {
  if (!wanted) return usualBranch(github, repository)
  return need(await github.call('branches.get', { repository, branch: wanted }), 'base').name
}

/** The branch that the repository is read by. */
async function usualBranch(github: GitHub, repository: string): Promise<string> {
  return need(await github.call('repos.get', { repository }), 'repository').default_branch
}

const textOf = (content = ''): string => Buffer.from(content, 'base64').toString()

/** What people have written into the file is no longer missing: the card, the questions and the draft's state follow. */
async function noteFilled(run: Run, { draft }: PublishInput, text: string): Promise<void> {
  const gaps = filledIn(text, draft.markdown)
  const { filledThere } = await postmortemOf(run.world.db.read, run.incidentId)
  if (gaps.join() === filledThere.join()) return
  await run.tell(async (tx) => {
    await hold(tx, run.incidentId)
    return { change: {}, facts: await noteFilledThere(tx, run.incidentId, gaps) }
  })
}

/** Told once, when it is found out; a file that a person put back as it was is the bot's again. */
async function noteEdited(run: Run, edited: boolean): Promise<void> {
  if (run.publication.edited === edited) return
  await run.tell(async () => {
    const { number, url } = run.publication
    const facts: NewFact[] =
      edited && number !== null && url !== null
        ? [{ subject: incidentSubject(run.incidentId), type: 'publishing.edited', data: { number, url } }]
        : []
    return { change: { edited }, facts, show: true }
  })
}
