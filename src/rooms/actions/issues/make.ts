import { later } from '../../../kit/clock.ts'
import type { Outcome } from '../../../kit/github/index.ts'
import { RetryAfter } from '../../../kit/jobs/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, commit } from '../../facts/index.ts'
import { errorOf, fail, isAssignee } from './failing.ts'
import { actionOfIssue, bodyOf, type Issue, labelsFor, titleOf } from './issue.ts'
import { loginOf } from './people.ts'
import type { Sides } from './sides.ts'
import { changeLink, goOn, intend, type Link, linkOf } from './store.ts'
import type { Work } from './work.ts'

/** For how many milliseconds after its time-out a call may still take effect. */
const settleMs = 3_000
/** Another process is at it: look again after this many milliseconds at the least. */
const soonestMs = 1_000

/** Where nobody knows what both sides agreed on, nothing is: what differs then waits for a person. */
const untouched: Sides = { state: 'open', login: null, due: null }

/**
 * Finds the issue of an item by its hidden marker, or makes it. Undefined where that could not be, which is noted. Throws a
 * `RetryAfter` while what was begun may still land.
 */
export async function makeIssue(work: Work, repository: string): Promise<{ link: Link; issue: Issue } | undefined> {
  const { world, github, item, incident, machine } = work
  const begun = machine.now()
  const untilLanded = () => later(machine.now(), (world.settings().github?.connection.timeoutMs ?? 0) + settleMs)
  const mine = await world.db.transaction((tx) => intend(tx, item.id, repository, begun, untilLanded()))
  if (!mine) throw await waitForOther(work)
  const over = { begun, mayLand: false }
  if (incident.visibility === 'private') {
    const its = await github.call('repos.get', { repository })
    if (its.is !== 'done') return void (await fail(world, item, errorOf(its, 'repository'), its, over))
    if (!its.value.private) return void (await fail(world, item, 'repository_public', undefined, over))
  }
  // A list by label is up to date at once; a search lags behind.
  const ours = await github.all('issues.list', { repository, labels: work.label, state: 'all' })
  if (ours.is !== 'done') return void (await fail(world, item, errorOf(ours, 'repository'), ours, over))
  const found = ours.value.find((each) => actionOfIssue(each) === item.id)
  if (!found && item.state !== 'open') return undefined
  // Whoever was held up so long that another has begun it does not begin it as well.
  if (!found && !(await world.db.transaction((tx) => goOn(tx, item.id, begun, untilLanded())))) {
    throw await waitForOther(work)
  }
  const made = found ? ({ is: 'done', value: found } as const) : await create(work, repository)
  if (made.is !== 'done') {
    return void (await fail(world, item, errorOf(made, 'repository'), made, { begun, mayLand: made.is === 'unsure' }))
  }
  return { link: await adopt(work, repository, made.value, found === undefined), issue: made.value }
}

/** Another process is at it: what it has begun has landed by then. */
async function waitForOther({ world, item, machine }: Work): Promise<RetryAfter> {
  const busyUntil = (await linkOf(world.db.read, item.id))?.busyUntil?.getTime() ?? 0
  return new RetryAfter(Math.max(soonestMs, busyUntil - machine.now().getTime()))
}

async function create(work: Work, repository: string): Promise<Outcome<Issue>> {
  const { world, github, item, incident, label } = work
  const settings = world.settings()
  const login = item.owner ? await loginOf(world.db.read, item.owner, settings) : null
  const said = {
    repository,
    title: titleOf(item, settings),
    body: bodyOf(item, incident, work, settings),
    labels: labelsFor([label], item.dueOn),
  }
  const made = await github.call('issues.create', { ...said, ...(login ? { assignees: [login] } : {}) })
  // Better nobody's for now than none: keeping in step tells why.
  return made.is !== 'done' && isAssignee(made) ? github.call('issues.create', said) : made
}

/** `isOurs`: it was made just now, and nobody can have written into it. */
async function adopt({ world, item }: Work, repository: string, issue: Issue, isOurs: boolean): Promise<Link> {
  const { id, n, incidentId } = item
  const { number, html_url: url, title } = issue
  await commit(world, bot, async (tx, now) => {
    await changeLink(tx, id, {
      number,
      url,
      agreed: { ...untouched, title, ...(isOurs ? { body: issue.body ?? '' } : {}) },
      error: null,
      detail: null,
      retryAt: null,
      attempts: 0,
      busyUntil: null,
      seenAt: now,
    })
    const data = { id, n, repository, number, url }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'actions.issue_linked', data }], result: undefined }
  })
  const link = await linkOf(world.db.read, id)
  if (!link) throw new Error(`The issue of ${id} has just been noted`)
  return link
}
