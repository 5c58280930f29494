import { type Reader, readTogether } from '../../kit/db/index.ts'
import { type Scope, type Viewer, viewerOf } from '../access/index.ts'
import { openActions } from '../actions/index.ts'
import { openFor, toldLately } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { openQuestionOf, statusesOf } from '../postmortem/index.ts'
import { type Core, coresFor, coresOf, withPartOf } from '../reading/index.ts'
import { openOffersTo } from '../roles/index.ts'
import { handlerOf } from '../situation/index.ts'
import { countTodos, labelTodos, openTodosOf } from '../todos/index.ts'
import { lastUpdates } from '../updates/index.ts'
import { type Known, type Waiting, waitingIn } from './waiting.ts'

/** What one person sees of all that is open, and what of it waits for them. */
export type Overview = {
  waiting: readonly Waiting[]
  open: readonly Core[]
  more: number
  /** What they were told alone, where Slack keeps it only until they reload; the newest first. */
  told: readonly { at: Date; words: string; incidentId: string | null }[]
}

/** All open incidents that the person may know of, and what waits for them. */
export async function overviewFor(world: Asked, userId: string, now: Date, mostRows: number): Promise<Overview> {
  const { db, settings } = world
  const viewer = await viewerOf(db.read, settings(), userId)
  const { shown: open, more } = await openFor(world, viewer, mostRows)
  const waiting = await waitingOf(world, viewer, now)
  const told = await toldLately(db.read, viewer, now)
  return { waiting, open, more, told }
}

type Asked = Pick<World, 'db' | 'log' | 'settings'>

/** What waits for one person; `within`: they look through a token that is for these alone. */
export async function waitingFor(
  world: Asked,
  userId: string,
  now: Date,
  within: Scope | null = null,
): Promise<readonly Waiting[]> {
  const viewer = await viewerOf(world.db.read, world.settings(), userId)
  return waitingOf(world, { ...viewer, within }, now)
}

/** In as many incidents is looked for what waits for one person; nobody has a part in more. */
const mostRead = 60

/** Three statements, however much waits. */
async function waitingOf({ db, settings }: Asked, viewer: Viewer, now: Date): Promise<Waiting[]> {
  const { userId } = viewer
  const reader = readTogether(db.read)
  const [ids, items] = await Promise.all([
    withPartOf(reader, viewer, mostRead),
    openActions(reader, userId, mostActions),
  ])
  const [known, mayKnow] = await Promise.all([
    knownOf(reader, userId, ids),
    coresFor(reader, viewer, [...new Set(items.map(({ incidentId }) => incidentId))]),
  ])
  const coreOf = new Map(mayKnow.map((core) => [core.incident.id, core]))
  return [
    ...known.flatMap((each) => waitingIn(each, userId, now, settings())),
    ...items.flatMap((item) => {
      const core = coreOf.get(item.incidentId)
      return core ? [{ what: 'action' as const, core, item }] : []
    }),
  ]
}

/** As many action items are looked up for one page; what is due first comes first. */
const mostActions = 20

/** Of each of these incidents what may wait for one person, in this order. */
async function knownOf(reader: Reader, userId: string, ids: readonly string[]): Promise<Known[]> {
  const [cores, offers, todos, question, statuses] = await Promise.all([
    coresOf(reader, ids),
    openOffersTo(reader, userId, ids),
    openTodosOf(reader, userId, ids),
    openQuestionOf(reader, userId, ids),
    statusesOf(reader, ids),
  ])
  const led = cores.filter((core) => core.incident.status === 'responding' && handlerOf(core) === userId)
  const [labelled, updateOf] = await Promise.all([
    labelTodos(reader, todos),
    lastUpdates(
      reader,
      led.map(({ incident }) => incident.id),
    ),
  ])
  return cores.map((core) => {
    const { id } = core.incident
    return {
      core,
      asked: offers.filter(({ incidentId }) => incidentId === id),
      nextUpdateAt: updateOf.get(id)?.nextAt ?? null,
      todos: countTodos(labelled.filter(({ incidentId }) => incidentId === id)).list,
      questions: question?.incidentId === id ? [question] : [],
      postmortem: statuses.get(id) ?? 'none',
    }
  })
}
