import { type Answer, type GitHub, refusedFor } from '../../../kit/github/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { hold } from '../../incident/index.ts'
import { pullMarker } from '../comments.ts'
import { Halt, haltFor, need } from '../halt.ts'
import { hashOf } from '../publication.ts'
import type { Run } from '../run.ts'
import { statusFacts } from '../status.ts'
import { texts } from '../texts.ts'
import { baseBranch } from './file.ts'
import type { PublishInput } from './publish-to-github.ts'

export type Pull = Answer<'pulls.get'>

const ownerOf = (repository: string): string => repository.split('/')[0] ?? ''

/** The pull request of this document: by its number, or by its branch where a crash kept the number from being noted. */
export async function findPull(run: Run, github: GitHub): Promise<Pull | undefined> {
  const { place: repository, branch, number } = run.publication
  if (number !== null) return need(await github.call('pulls.get', { repository, pull_number: number }), 'repository')
  // Given to another owner, the repository is found by its old name still, and its branches only by the new.
  const { full_name } = need(await github.call('repos.get', { repository }), 'repository')
  const head = `${ownerOf(full_name)}:${branch}`
  const all = need(await github.call('pulls.list', { repository, head, state: 'all', per_page: 100 }), 'repository')
  const own = all.find(({ body }) => body?.includes(pullMarker(run.incidentId)))
  if (!own && all.some(({ state }) => state === 'open')) throw new Halt('branch_taken', branch)
  return own
}

/** Opens it, as a draft while something is missing; where drafts are refused, as an ordinary one. */
export async function openPull(run: Run, github: GitHub, input: PublishInput): Promise<Pull> {
  const { draft, place } = input
  const { place: repository, branch } = run.publication
  const base = await baseBranch(github, repository, place?.branch)
  const t = texts.in(run.world.settings().language)
  const wantsDraft = draft.gaps.length > 0 && place?.drafts !== false && !run.publication.draftRefused
  const made = await github.call('pulls.create', {
    repository,
    base,
    head: branch,
    title: draft.title,
    body: t('pull.body', { marker: pullMarker(run.incidentId) }),
    draft: wantsDraft,
  })
  if (made.is === 'done') {
    await noteOpened(run, made.value, draft.gaps.length)
    return made.value
  }
  if (wantsDraft && refusedFor(made, /draft pull requests are not supported/i)) {
    await run.keep({ draftRefused: true })
    return openPull(run, github, input)
  }
  // It was made by a call of ours whose answer was lost.
  if (refusedFor(made, /pull request already exists/i)) {
    const found = await findPull(run, github)
    if (found) return found
  }
  if (made.is === 'refused' && made.errors?.some(({ field }) => field === 'base')) throw new Halt('base_unknown', base)
  throw haltFor(made, 'repository')
}

/** Notes that it exists, and tells so once. Where it is no draft although something is missing, a label says so. */
export async function noteOpened(run: Run, pull: Pull, gaps: number): Promise<void> {
  const { place: repository } = run.publication
  const state = gaps > 0 ? 'draft' : 'review'
  await run.tell(async (tx, now) => {
    await hold(tx, run.incidentId)
    return {
      change: {
        number: pull.number,
        url: pull.html_url,
        nodeId: pull.node_id,
        titleHash: hashOf(pull.title),
        state,
        draftRefused: gaps > 0 && !pull.draft,
        // One that begins without gaps has nothing to become ready from.
        ...(gaps === 0 ? { readiedAt: now } : {}),
      },
      facts: [
        {
          subject: incidentSubject(run.incidentId),
          type: 'publishing.opened',
          data: { repository, number: pull.number, url: pull.html_url, draft: gaps > 0, gaps },
        },
        ...(await statusFacts(tx, run.incidentId, state, now)),
      ],
    }
  })
}

/** The title follows the incident's summary, until a person gives it another one. */
export async function retitle(run: Run, github: GitHub, { draft }: PublishInput, pull: Pull): Promise<void> {
  const { place: repository, titleHash } = run.publication
  const stands = hashOf(pull.title)
  if (pull.title === draft.title) {
    // An earlier call set this title, after which the bot was interrupted.
    if (titleHash !== stands) await run.keep({ titleHash: stands })
    return
  }
  if (titleHash !== stands) return
  const change = { repository, pull_number: pull.number, title: draft.title }
  need(await github.call('pulls.update', change), 'repository')
  await run.keep({ titleHash: hashOf(draft.title) })
}
