import type { Reader } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import { type Viewer, viewerOf } from '../access/index.ts'
import { type ActionItem, openActions } from '../actions/index.ts'
import { sees } from '../assembly/index.ts'
import { openFor, toldLately } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { completedOfWriter, type Incident, recoveredIncidents } from '../incident/index.ts'
import { isOwing } from '../ladder/index.ts'
import type { Question } from '../postmortem/index.ts'
import type { Settings } from '../settings/index.ts'
import { handlerOf, type Situation, situationInList } from '../situation/index.ts'

type Listing = { reader: Reader; log: Log }

/** One thing of an incident that waits for somebody. */
export type Waiting =
  | { what: 'update' | 'level' | 'complete' | 'postmortem'; situation: Situation }
  | { what: 'question'; situation: Situation; question: Question }
  | { what: 'action'; situation: Situation; item: ActionItem }
  | { what: 'todo'; situation: Situation; words: string | null; dueAt: Date | null }

/** What one person sees of all that is open, and what of it waits for them. */
export type Overview = {
  waiting: readonly Waiting[]
  open: readonly Situation[]
  more: number
  /** What they were told alone, where Slack keeps it only until they reload; the newest first. */
  told: readonly { at: Date; words: string }[]
}

/** As many incidents are looked at for one page; nobody has a part in more. */
const mostRead = 60
/** Of those that are over, as many are looked through for a postmortem that is still to be written. */
const mostWritten = 30

/** All open incidents that the person may know of, and what waits for them. */
export async function overviewFor(
  world: Pick<World, 'db' | 'log' | 'settings'>,
  userId: string,
  now: Date,
  mostRows: number,
): Promise<Overview> {
  const { db, log, settings } = world
  const viewer = await viewerOf(db.read, settings(), userId)
  const { shown, more } = await openFor(world, viewer, mostRead)
  const listing = { reader: db.read, log }
  const learning = await situationsOf(listing, await completedOfWriter(db.read, userId, mostWritten))
  const waiting = [
    ...[...shown, ...learning].flatMap((situation) => waitingIn(situation, userId, now, settings())),
    ...(await actionsWaiting(listing, viewer)),
  ]
  const told = await toldLately(db.read, userId, now)
  return { waiting, open: shown.slice(0, mostRows), more: more + Math.max(0, shown.length - mostRows), told }
}

/** As many action items are looked up for one page; what is due first comes first. */
const mostActions = 20

/** What a person has to do so that it does not happen again, of whatever incident, as far as they may know of it. */
async function actionsWaiting({ reader, log }: Listing, viewer: Viewer): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const item of (await openActions(reader, viewer.userId)).slice(0, mostActions)) {
    const situation = await situationInList(reader, log, item.incidentId)
    if (situation && sees(situation, viewer)) found.push({ what: 'action', situation, item })
  }
  return found
}

/** What of one incident waits for a person. */
export function waitingIn(situation: Situation, userId: string, now: Date, settings: Settings): Waiting[] {
  const { incident, lastUpdate, todos, ladder, learning } = situation
  const leads = handlerOf(situation) === userId
  const isResponding = incident.status === 'responding'
  const isUpdateDue = Boolean(lastUpdate?.nextAt && lastUpdate.nextAt <= now)
  return [
    ...(leads && isResponding && isUpdateDue ? [{ what: 'update' as const, situation }] : []),
    ...(leads && isResponding && !incident.level ? [{ what: 'level' as const, situation }] : []),
    ...todos.list
      .filter(({ owner }) => owner === userId)
      .map(({ words, dueAt }) => ({ what: 'todo' as const, situation, words, dueAt })),
    ...learning.questions
      .filter(({ userId: asked, state }) => asked === userId && state === 'open')
      .map((question) => ({ what: 'question' as const, situation, question })),
    ...(leads && incident.status === 'recovered' ? [{ what: 'complete' as const, situation }] : []),
    ...(incident.postmortemOwner === userId && isOwing(incident, ladder.status, settings)
      ? [{ what: 'postmortem' as const, situation }]
      : []),
  ]
}

/** The recovered incidents that are not completed, the oldest first. */
export async function recoveredSituations(listing: Listing): Promise<Situation[]> {
  return situationsOf(listing, await recoveredIncidents(listing.reader, 200))
}

async function situationsOf({ reader, log }: Listing, incidents: readonly Incident[]): Promise<Situation[]> {
  const found: Situation[] = []
  for (const { id } of incidents) {
    const situation = await situationInList(reader, log, id)
    if (situation) found.push(situation)
  }
  return found
}
