import type { Git, GitOutcome } from '../../kit/git/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { hold } from '../incident/index.ts'
import type { Draft } from '../postmortem/index.ts'
import { Halt } from './halt.ts'
import { blobOf } from './publication.ts'
import type { Run } from './run.ts'
import { statusFacts } from './status.ts'
import { texts } from './texts.ts'

const author = { name: 'sssbot', email: 'sssbot@localhost' }

function need<T>(outcome: GitOutcome<T>, error: string): T {
  if (outcome.is === 'done') return outcome.value
  throw new Halt(error, outcome.error)
}

/** Where nothing else is said, documents are gathered here: a branch of their own, which people merge when they like. */
export const usualFolderBranch = 'sssbot/postmortems'

/**
 * Commits the document onto a branch of a git repository on this machine, unless a person has changed it there. Files that lie
 * there are not touched, so a branch that is checked out is refused.
 */
export async function storeInFolder(run: Run, git: Git, draft: Draft): Promise<void> {
  const { place: folder, branch, path, writtenBlob, intendedBlobs, state } = run.publication
  const { checkedOut } = need(await git.look(), 'folder_unknown')
  if (checkedOut.includes(branch)) throw new Halt('checked_out', branch)
  const parent = need(await git.head(branch), 'folder_refused')
  const found = parent && need(await git.blob(parent, path), 'folder_refused')
  const isOurs = found ? found === writtenBlob || intendedBlobs.includes(found) : writtenBlob === null
  if (!isOurs && writtenBlob === null) throw new Halt('path_taken', path)
  if (!isOurs) {
    if (!run.publication.edited) await run.tell(async () => ({ change: { edited: true }, facts: [], show: true }))
    return
  }
  const wanted = blobOf(draft.markdown)
  if (found !== wanted) {
    await run.keep({ ...(found ? { writtenBlob: found } : {}), intendedBlobs: [...intendedBlobs, wanted].slice(-20) })
    const t = texts.in(run.world.settings().language)
    const message = t(found ? 'commit.next' : 'commit.first', { title: draft.title })
    const written = need(
      await git.write({ branch, parent, path, content: draft.markdown, message, author }),
      'folder_refused',
    )
    if (written === 'moved') throw new Halt('moved')
  } else if (writtenBlob === wanted && state === 'stored' && !run.publication.edited) return
  const commit = need(await git.head(branch), 'folder_refused') ?? ''
  await run.tell(async (tx, now) => {
    await hold(tx, run.incidentId)
    return {
      change: { writtenBlob: wanted, intendedBlobs: [], state: 'stored', edited: false },
      facts: [
        { subject: incidentSubject(run.incidentId), type: 'publishing.stored', data: { folder, path, commit } },
        // In a folder nobody approves: it is for people to read once nothing is missing, and to say that it is published.
        ...(draft.gaps.length === 0 ? await statusFacts(tx, run.incidentId, 'review', now) : []),
      ],
    }
  })
}

/** It became private: its file goes from the branch. The history keeps it, which only people can rewrite. */
export async function withdrawFromFolder(run: Run, git: Git): Promise<void> {
  const { branch, path, state } = run.publication
  if (state === 'withdrawn') return
  const parent = need(await git.head(branch), 'folder_unknown')
  if (parent && need(await git.blob(parent, path), 'folder_refused')) {
    const message = texts.in(run.world.settings().language)('commit.taken-back')
    const written = need(await git.write({ branch, parent, path, content: null, message, author }), 'folder_refused')
    if (written === 'moved') throw new Halt('moved')
  }
  await run.tell(async () => ({ change: { state: 'withdrawn' }, facts: [], show: true }))
}
