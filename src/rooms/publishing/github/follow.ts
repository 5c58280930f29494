import type { GitHub } from '../../../kit/github/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import type { NewFact } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import { need } from '../halt.ts'
import { type PublicationState, verdictOf } from '../publication.ts'
import type { Run } from '../run.ts'
import { statusFacts } from '../status.ts'
import type { PublishInput } from './publish-to-github.ts'
import { noteOpened, type Pull } from './pull.ts'

/** Notes what became of a pull request: whether it asks for reviews, what they say, and how it ended. */
export async function follow(run: Run, github: GitHub, { draft }: PublishInput, pull: Pull): Promise<void> {
  if (run.publication.number === null) await noteOpened(run, pull, draft.gaps.length)
  const { state: before, place: repository, draftRefused, readiedAt } = run.publication
  const waits = pull.draft || (draftRefused && readiedAt === null)
  const isOpen = pull.state === 'open'
  const reviews =
    isOpen && !waits
      ? need(await github.all('pulls.reviews', { repository, pull_number: pull.number }), 'repository')
      : []
  const { verdict, by } = verdictOf(reviews.map(({ user, state }) => ({ login: user?.login ?? 'ghost', state })))
  const open: PublicationState = waits ? 'draft' : verdict === 'none' ? 'review' : verdict
  const state: PublicationState = pull.merged_at ? 'merged' : isOpen ? open : 'closed'
  if (state === before) return
  const about = { number: pull.number, url: pull.html_url }
  const subject = incidentSubject(run.incidentId)
  await run.tell(async (tx, now) => {
    await hold(tx, run.incidentId)
    const facts: NewFact[] = []
    if (state === 'merged') {
      facts.push({ subject, type: 'publishing.merged', data: { ...about, by: pull.merged_by?.login ?? null } })
    } else if (state === 'closed') facts.push({ subject, type: 'publishing.closed', data: about })
    else {
      if (before === 'closed') facts.push({ subject, type: 'publishing.reopened', data: about })
      if (before === 'draft' && state !== 'draft') facts.push({ subject, type: 'publishing.readied', data: about })
      if (verdict !== 'none' || before === 'approved' || before === 'changes') {
        facts.push({ subject, type: 'publishing.reviewed', data: { ...about, verdict, by } })
      }
    }
    const change = { state, ...(state !== 'draft' && isOpen && !readiedAt ? { readiedAt: now } : {}) }
    return { change, facts: [...facts, ...(await statusFacts(tx, run.incidentId, state, now))] }
  })
}
