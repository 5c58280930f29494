import { incidentSubject } from '../../channel/index.ts'
import { bot, commit } from '../../facts/index.ts'
import { errorOf, fail } from './failing.ts'
import { withdrawnBody, withdrawnTitle } from './issue.ts'
import { changeLink, type Link } from './store.ts'
import type { Work } from './work.ts'

/**
 * The incident became private, and its issue stands where others read: it says nothing any more and is closed. What it said
 * before stays in GitHub's history of edits, which only people can take away there.
 */
export async function withdraw({ world, github, item }: Work, link: Link): Promise<void> {
  const { agreed, repository, number } = link
  if (number === null || !agreed || agreed.isWithdrawn) return
  const settings = world.settings()
  const title = withdrawnTitle(settings)
  const done = await github.call('issues.update', {
    repository,
    issue_number: number,
    title,
    body: withdrawnBody(item.id, settings),
    state: 'closed',
    state_reason: 'not_planned',
    labels: [],
    assignees: [],
  })
  if (done.is !== 'done') return fail(world, item, errorOf(done, 'issue'), done)
  await commit(world, bot, async (tx) => {
    await changeLink(tx, item.id, {
      agreed: { ...agreed, title, isWithdrawn: true },
      conflict: null,
      error: null,
      detail: null,
      retryAt: null,
    })
    const data = { id: item.id, n: item.n }
    return {
      facts: [{ subject: incidentSubject(item.incidentId), type: 'actions.issue_repaired', data }],
      result: undefined,
    }
  })
}
