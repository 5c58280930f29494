import { later } from '../../../kit/clock.ts'
import type { Reader } from '../../../kit/db/index.ts'
import { type Failure, seldomAfter } from '../../../kit/github/index.ts'
import { RetryAfter } from '../../../kit/jobs/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { type Actor, bot, type NewFact, person, recordFacts } from '../../facts/index.ts'
import { roleHolders } from '../../roles/index.ts'
import { leadOf } from '../../settings/index.ts'
import { takeOver } from '../change-action.ts'
import { reachable } from '../whom.ts'
import { errorOf, fail, isAssignee } from './failing.ts'
import { bodyOf, type Issue, labelsFor, labelsIn, saysSame, sidesOfIssue, stateOnGitHub, titleOf } from './issue.ts'
import { loginOf, ownerOfLogin, personOfLogin } from './people.ts'
import { agreedAfter, type Comparison, type Conflict, compare, type SideField, type Sides } from './sides.ts'
import { type Agreed, changeLink, holdLink, type Link, retryAll } from './store.ts'
import type { Work } from './work.ts'

/** Somebody else has brought it into step meanwhile: look again after this many milliseconds. */
const lookAgainMs = 1_000

/** Stands for an owner in Slack who has no GitHub login, when the two sides are compared. */
const unknownThere = 'slack:'

/** Follows what either side has changed since both last agreed; what both have changed waits for a person. */
export async function keepInStep(work: Work, link: Link, known?: Issue): Promise<void> {
  const { world, github, item } = work
  const { repository, number } = link
  if (number === null) return
  const asked = known ? undefined : await github.call('issues.get', { repository, issue_number: number })
  if (asked && asked.is !== 'done') return fail(world, item, errorOf(asked, 'issue'), asked)
  const issue = known ?? asked?.value
  if (!issue) return
  if (issue.html_url !== link.url) await followMove(work, issue)
  const agreed: Agreed = link.agreed ?? { state: 'open', login: null, due: null, title: issue.title }
  const here = await sidesHere(work, link)
  const there = sidesThere(issue, agreed)
  const found = compare(agreed, here, there)
  await keepOwnerFromStrangers(work, here, found)
  const pushed = await push(work, link, { issue, agreed, here, found })
  if (pushed.is === 'refused' && !pushed.isPart)
    return fail(world, item, errorOf(pushed.failure, 'issue'), pushed.failure)
  await take(work, found)
  await note(work, link, {
    agreed: {
      ...agreedAfter(agreed, here, there, found),
      ...(pushed.is === 'refused' ? { login: agreed.login } : {}),
      title: pushed.title,
      body: pushed.body,
    },
    conflict: found.conflict,
    stranger: await strangerIn(work, there),
    assigneeUnknown: pushed.is === 'refused',
  })
}

/** Its repository was renamed, or the issue was transferred to another: GitHub sends whoever asks on to where it is now. */
async function followMove({ world, item }: Work, { html_url: url, number }: Issue): Promise<void> {
  const repository = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/issues\/\d+$/.exec(url)?.[1]
  if (!repository) return
  await world.db.transaction((tx) => changeLink(tx, item.id, { repository, number, url }))
}

/** What the item says. An item that was taken back is not to be done; an owner without a GitHub login is kept here only. */
async function sidesHere({ world, item }: Work, link: Link): Promise<Sides> {
  const login = item.owner
    ? ((await loginOf(world.db.read, item.owner, world.settings())) ?? unknownThere + item.owner)
    : link.stranger
  return { state: item.state === 'removed' ? 'waived' : item.state, login, due: item.dueOn }
}

function sidesThere(issue: Issue, agreed: Sides): Sides {
  const there = sidesOfIssue(issue, agreed)
  const login = there.login ?? (agreed.login?.startsWith(unknownThere) ? agreed.login : null)
  return { ...there, login }
}

/** A GitHub login that is no known person cannot take an item over from somebody: a person decides. */
async function keepOwnerFromStrangers({ world, item }: Work, here: Sides, found: Comparison): Promise<void> {
  const { login } = found.take
  if (!login || !item.owner || (await ownerOfLogin(world.db.read, login, world.settings(), item.incidentId))) return
  found.conflict.login = { here: here.login, there: login }
  delete found.take.login
}

async function strangerIn({ world, item }: Work, { login }: Sides): Promise<string | null> {
  if (!login || login.startsWith(unknownThere)) return null
  return (await ownerOfLogin(world.db.read, login, world.settings(), item.incidentId)) ? null : login
}

/** `title` and `body`: what we have written there last. */
type Pushed = { title: string; body: string | undefined } & (
  | { is: 'done' }
  | { is: 'refused'; isPart: boolean; failure: Failure }
)

/** Writes what has changed here. Where GitHub does not take the assignee, the rest is written all the same. */
async function push(
  work: Work,
  { repository, number }: Link,
  { issue, agreed, here, found }: { issue: Issue; agreed: Agreed; here: Sides; found: Comparison },
): Promise<Pushed> {
  const { world, github, item, incident } = work
  const wanted = titleOf(item, world.settings())
  const told = bodyOf(item, incident, work, world.settings())
  // A title that people have changed there is theirs.
  const renames = issue.title === agreed.title && issue.title !== wanted
  const tellsMore = agreed.body !== undefined && saysSame(issue.body, agreed.body) && !saysSame(issue.body, told)
  const rest = {
    ...(found.push.state === undefined ? {} : stateOnGitHub(here.state)),
    ...(found.push.due === undefined ? {} : { labels: labelsFor(labelsIn(issue), here.due) }),
    ...(renames ? { title: wanted } : {}),
    ...(tellsMore ? { body: told } : {}),
  }
  const assignees = found.push.login === undefined ? undefined : assigneesFor(issue, agreed, here)
  const title = renames ? wanted : agreed.title
  const ours = { title, body: tellsMore ? told : agreed.body }
  const target = { repository, issue_number: number ?? 0 }
  if (Object.keys(rest).length === 0 && !assignees) return { is: 'done', ...ours }
  if (found.push.state !== undefined && here.state !== 'open' && issue.state === 'closed') {
    // GitHub heeds the reason only where the state changes. https://docs.github.com/rest/issues/issues#update-an-issue
    const opened = await github.call('issues.update', { ...target, state: 'open' })
    if (opened.is !== 'done') return { is: 'refused', isPart: false, failure: opened, ...ours }
  }
  const whole = await github.call('issues.update', { ...target, ...rest, ...(assignees ? { assignees } : {}) })
  if (whole.is === 'done') return { is: 'done', ...ours }
  if (!assignees || !isAssignee(whole)) return { is: 'refused', isPart: false, failure: whole, ...ours }
  const part = Object.keys(rest).length > 0 ? await github.call('issues.update', { ...target, ...rest }) : undefined
  return part && part.is !== 'done'
    ? { is: 'refused', isPart: false, failure: part, ...ours }
    : { is: 'refused', isPart: true, failure: whole, ...ours }
}

/** Whoever else does it with them stays. */
function assigneesFor(issue: Issue, agreed: Sides, { login }: Sides): string[] {
  const others = (issue.assignees ?? []).map((each) => each.login).filter((each) => each !== agreed.login)
  return [...new Set([...(login && !login.startsWith(unknownThere) ? [login] : []), ...others])]
}

/** Follows a change on GitHub. Names who made it where GitHub says and the settings know the login. */
async function take({ world, item, login }: Work, { take: taken }: Comparison): Promise<void> {
  if (item.state === 'removed' || Object.keys(taken).length === 0) return
  const settings = world.settings()
  const by = login ? await personOfLogin(world.db.read, login, settings) : undefined
  const actor: Actor = by ? person(by) : bot
  await takeOver(world, actor, item.id, {
    ...(taken.state === undefined ? {} : { state: taken.state }),
    ...(taken.due === undefined ? {} : { dueOn: taken.due }),
    ...(taken.login === undefined
      ? {}
      : {
          owner: taken.login
            ? ((await ownerOfLogin(world.db.read, taken.login, settings, item.incidentId)) ?? null)
            : null,
        }),
  })
}

/** Notes what both sides agree on now, and asks a person about what they do not. */
async function note(
  work: Work,
  before: Link,
  now: { agreed: Agreed; conflict: Conflict; stranger: string | null; assigneeUnknown: boolean },
): Promise<void> {
  const { world, item } = work
  const { id, n, incidentId } = item
  const subject = incidentSubject(incidentId)
  await world.db.transaction(async (tx) => {
    const link = await holdLink(tx, id)
    // What was compared is out of date: compared again, nobody's change is taken for another's.
    if (!link || !isSame(link.agreed, before.agreed)) throw new RetryAfter(lookAgainMs)
    const error = now.assigneeUnknown ? 'assignee_unknown' : null
    const { agreed, conflict, stranger } = now
    await changeLink(tx, id, {
      agreed,
      conflict,
      stranger,
      error,
      detail: null,
      retryAt: error ? later(world.clock.now(), seldomAfter(link.attempts + 1)) : null,
      seenAt: world.clock.now(),
      attempts: error ? link.attempts + 1 : 0,
    })
    const facts: NewFact[] = []
    // The keys of a conflict are the fields of both sides.
    const fields = Object.entries(conflict) as [SideField, { here: string | null; there: string | null }][]
    if (fields.length > 0 && !isSame(conflict, link.conflict ?? {})) {
      const conflicts = fields.map(([field, sides]) => ({ field, ...sides }))
      const to = await deciders(tx, work)
      facts.push({ subject, type: 'actions.conflicted', data: { id, n, conflicts, to } })
    }
    if (error && error !== link.error) {
      facts.push({ subject, type: 'actions.issue_failed', data: { id, n, error, attempts: link.attempts + 1 } })
    }
    if (!error && link.error) await retryAll(tx, link.repository)
    if (!error && link.error) facts.push({ subject, type: 'actions.issue_repaired', data: { id, n } })
    if (facts.length > 0) await recordFacts(world, tx, bot, world.clock.now(), facts)
  })
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
/** Databases keep the keys of an object in an order of their own. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [key, sorted(each)])
    : value

/** Whose item it is decides; else who writes the postmortem, who leads, the service's lead, who declared it. */
async function deciders(reader: Reader, { world, item, incident }: Work): Promise<string[]> {
  const handler = (await roleHolders(reader, incident.id)).find(({ role }) => role === 'handler')?.userId
  const lead = leadOf(world.settings(), incident.service)
  for (const name of [item.owner, incident.postmortemOwner, handler, lead, incident.declaredBy]) {
    const to = await reachable(reader, world.settings(), incident.id, [name])
    if (to.length > 0) return to
  }
  return []
}
