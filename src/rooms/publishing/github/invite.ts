import type { GitHub, refusedFor } from '../../../kit/github/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { hold } from '../../incident/index.ts'
import type { Settings } from '../../settings/index.ts'
import { haltFor, need } from '../halt.ts'
import type { Without } from '../publication.ts'
import type { Run } from '../run.ts'
import { statusFacts } from '../status.ts'
import type { PublishInput } from './publish-to-github.ts'
import type { Pull } from './pull.ts'

/** Where drafts are refused this says the same. */
export const draftLabel = 'draft'

/** Puts the labels on once: what people do with them afterwards is theirs. Without them it goes on, and says so. */
export async function label(run: Run, github: GitHub, input: PublishInput, pull: Pull): Promise<void> {
  if (run.publication.labelledAt) return
  const byLabel = run.publication.draftRefused && input.draft.gaps.length > 0
  const labels = [...(input.place?.labels ?? []), ...(byLabel ? [draftLabel] : [])]
  const outcome =
    labels.length === 0
      ? undefined
      : await github.call('labels.add', { repository: run.publication.place, issue_number: pull.number, labels })
  if (outcome && outcome.is !== 'done' && (outcome.is !== 'refused' || outcome.status === 401)) {
    throw haltFor(outcome, 'repository')
  }
  const refused = outcome?.is === 'refused'
  await run.tell(async (_tx, now) => ({
    change: { labelledAt: now, ...(refused ? { without: withoutToo(run, 'labels') } : {}) },
    facts: [],
    show: refused,
  }))
}

/** Asks the service's owners for a review, as far as the settings know who they are on GitHub. */
export async function askReviewers(run: Run, github: GitHub, { incident }: PublishInput, pull: Pull): Promise<void> {
  if (run.publication.reviewersAskedAt) return
  const { people, teams } = reviewersOf(incident.service, run.world.settings())
  const ask = (reviewers: string[], team_reviewers: string[]) =>
    github.call('pulls.requestReviewers', {
      repository: run.publication.place,
      pull_number: pull.number,
      reviewers,
      team_reviewers,
    })
  let isRefused = false
  if (people.length + teams.length > 0) {
    const all = await ask(people, teams)
    if (all.is !== 'done' && !isRefusal(all)) throw haltFor(all, 'repository')
    if (all.is !== 'done') {
      isRefused = true
      // One who has no access keeps all from being asked: the others are asked one by one.
      const each = [...people.map((login) => [[login], []]), ...teams.map((team) => [[], [team]])]
      for (const [reviewers = [], team_reviewers = []] of each.length > 1 ? each : []) {
        const one = await ask(reviewers, team_reviewers)
        if (one.is !== 'done' && !isRefusal(one)) throw haltFor(one, 'repository')
      }
    }
  }
  await run.tell(async (_tx, now) => ({
    change: { reviewersAskedAt: now, ...(isRefused ? { without: withoutToo(run, 'reviewers') } : {}) },
    facts: [],
    show: isRefused,
  }))
}

const isRefusal = (outcome: Parameters<typeof refusedFor>[0]): boolean =>
  outcome.is === 'refused' && (outcome.status === 422 || outcome.status === 403 || outcome.status === 404)

const withoutToo = (run: Run, what: Without): Without[] => [...new Set([...run.publication.without, what])]

/** The owners of a service, as GitHub knows them. */
function reviewersOf(service: string, { services, github }: Settings): { people: string[]; teams: string[] } {
  const known = (services[service]?.owners ?? []).flatMap((owner) => github?.people[owner] ?? [])
  return {
    people: [...new Set(known.flatMap((each) => ('login' in each ? [each.login] : [])))],
    teams: [...new Set(known.flatMap((each) => ('team' in each ? [each.team] : [])))],
  }
}

/** Nothing is missing any more: it asks for reviews. Done once, so that people may make it a draft again. */
export async function markReady(run: Run, github: GitHub, input: PublishInput, pull: Pull): Promise<void> {
  const { readiedAt, place: repository, number } = run.publication
  if (readiedAt || input.draft.gaps.length > 0) return
  if (pull.draft) {
    // Read again: marked ready by a person meanwhile, it would be refused.
    const now = need(await github.call('pulls.get', { repository, pull_number: pull.number }), 'repository')
    if (now.draft) need(await github.mutate('pulls.markReady', pull.node_id), 'repository')
  } else if (run.publication.draftRefused) {
    const gone = await github.call('labels.remove', { repository, issue_number: pull.number, name: draftLabel })
    if (gone.is !== 'done' && gone.is !== 'refused') throw haltFor(gone, 'repository')
  }
  await run.tell(async (tx, now) => {
    await hold(tx, run.incidentId)
    return {
      change: { readiedAt: now, state: 'review' },
      facts: [
        {
          subject: incidentSubject(run.incidentId),
          type: 'publishing.readied',
          data: { number: number ?? pull.number, url: pull.html_url },
        },
        ...(await statusFacts(tx, run.incidentId, 'review', now)),
      ],
    }
  })
}
