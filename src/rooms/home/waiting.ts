import { type Reader, readTogether } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import { holdsIncident, type Scope, type Viewer, viewerOf } from '../access/index.ts'
import { type ActionItem, openActions } from '../actions/index.ts'
import { sees } from '../assembly/index.ts'
import { openFor, toldLately } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { recoveredIncidents } from '../incident/index.ts'
import { isOwing } from '../ladder/index.ts'
import type { Question } from '../postmortem/index.ts'
import { type Core, withPartOf } from '../reading/index.ts'
import type { OpenHandOver } from '../roles/index.ts'
import type { Settings } from '../settings/index.ts'
import { handlerOf, type Situation, situationInList } from '../situation/index.ts'

type Listing = { reader: Reader; log: Log }

/** One thing of an incident that waits for somebody. */
export type Waiting =
  | { what: 'update' | 'level' | 'complete' | 'postmortem'; situation: Situation }
  | { what: 'question'; situation: Situation; question: Question }
  | { what: 'role'; situation: Situation; offer: OpenHandOver }
  | { what: 'action'; situation: Situation; item: ActionItem }
  | { what: 'todo'; situation: Situation; words: string | null; dueAt: Date | null }

/** What one person sees of all that is open, and what of it waits for them. */
export type Overview = {
  waiting: readonly Waiting[]
  open: readonly Core[]
  more: number
  /** What they were told alone, where Slack keeps it only until they reload; the newest first. */
  told: readonly { at: Date; words: string; incidentId: string | null }[]
}

/** In as many incidents is looked for what waits for one person; nobody has a part in more. */
const mostRead = 60

/** All open incidents that the person may know of, and what waits for them; `within`: they look through a token that is for these alone. */
export async function overviewFor(
  world: Pick<World, 'db' | 'log' | 'settings'>,
  userId: string,
  now: Date,
  mostRows: number,
  within: Scope | null = null,
): Promise<Overview> {
  const { db, log, settings } = world
  const viewer = { ...(await viewerOf(db.read, settings(), userId)), within }
  const listing = { reader: db.read, log }
  const { shown: open, more } = await openFor(world, viewer, mostRows)
  const theirs = await situationsOf(listing, await withPartOf(db.read, viewer, mostRead))
  const waiting = [
    ...theirs.flatMap((situation) => waitingIn(situation, userId, now, settings())),
    ...(await actionsWaiting(listing, viewer)),
  ]
  const told = await toldLately(db.read, viewer, now)
  return { waiting, open, more, told }
}

/** As many action items are looked up for one page; what is due first comes first. */
const mostActions = 20

/** What a person has to do so that it does not happen again, of whatever incident, as far as they may know of it. */
async function actionsWaiting({ reader, log }: Listing, viewer: Viewer): Promise<Waiting[]> {
  const found: Waiting[] = []
  const items = await openActions(reader, viewer.userId, mostActions)
  const situations = await situationsById({ reader, log }, [...new Set(items.map(({ incidentId }) => incidentId))])
  for (const item of items) {
    const situation = situations.get(item.incidentId)
    const isWithin = situation && (!viewer.within || holdsIncident(viewer.within, situation.incident))
    if (isWithin && sees(situation, viewer)) found.push({ what: 'action', situation, item })
  }
  return found
}

/** What of one incident waits for a person. */
export function waitingIn(situation: Situation, userId: string, now: Date, settings: Settings): Waiting[] {
  const { incident, lastUpdate, todos, ladder, learning, asked } = situation
  const leads = handlerOf(situation) === userId
  const isResponding = incident.status === 'responding'
  const isUpdateDue = Boolean(lastUpdate?.nextAt && lastUpdate.nextAt <= now)
  return [
    ...asked.filter(({ to }) => to === userId).map((offer) => ({ what: 'role' as const, situation, offer })),
    ...(leads && isResponding && isUpdateDue ? [{ what: 'update' as const, situation }] : []),
    ...(leads && isResponding && !incident.level ? [{ what: 'level' as const, situation }] : []),
    ...todos.list
      .filter(({ owner }) => owner === userId)
      .map(({ words, dueAt }) => ({ what: 'todo' as const, situation, words, dueAt })),
    ...learning.questions
      .filter(({ userId: whom, state }) => whom === userId && state === 'open')
      .map((question) => ({ what: 'question' as const, situation, question })),
    ...(leads && incident.status === 'recovered' ? [{ what: 'complete' as const, situation }] : []),
    ...(incident.postmortemOwner === userId && isOwing(incident, ladder.status, settings)
      ? [{ what: 'postmortem' as const, situation }]
      : []),
  ]
}

/** The recovered incidents that are not completed, the oldest first. */
export async function recoveredSituations(listing: Listing): Promise<Situation[]> {
  const recovered = await recoveredIncidents(listing.reader, 200)
  return situationsOf(
    listing,
    recovered.map(({ id }) => id),
  )
}

async function situationsOf(listing: Listing, ids: readonly string[]): Promise<Situation[]> {
  return [...(await situationsById(listing, ids)).values()]
}

/** So many are read as one: more would be a statement that takes longer to plan than to run. */
const readAtOnce = 10

/** The situations that can be read, by id and in this order. */
async function situationsById({ reader, log }: Listing, ids: readonly string[]): Promise<Map<string, Situation>> {
  const found = new Map<string, Situation>()
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const together = readTogether(reader)
    const some = ids.slice(from, from + readAtOnce)
    for (const situation of await Promise.all(some.map((id) => situationInList(together, log, id))))
      if (situation) found.set(situation.incident.id, situation)
  }
  return found
}
