import { type Reader, readTogether } from '../../kit/db/index.ts'
import { type Knower, knowersOf } from '../access/index.ts'
import { type ActionItem, actionsOf, newestOpen, type Related, relatedActions } from '../actions/index.ts'
import {
  type AssembledChannel,
  type AssembledPerson,
  assembledChannels,
  assembledPeople,
  assemblyGaps,
  type Gap,
  placeName,
} from '../assembly/index.ts'
import { type Call, callsOf } from '../calls/index.ts'
import { channelOf, type IncidentChannel, incidentSubject } from '../channel/index.ts'
import { channelsByAnyName, isForOutsiders, whyShut } from '../directory/index.ts'
import { absorbedBy, type Incident, incidentById, isOpen } from '../incident/index.ts'
import { type Ladder, ladderOf } from '../ladder/index.ts'
import { type OnCall, onCallNow, type Page, pagesOf } from '../paging/index.ts'
import { type Learning, learningOf } from '../postmortem/index.ts'
import { type Failing, failuresOf } from '../projection/index.ts'
import { type Publication, publicationOf } from '../publishing/index.ts'
import { adoptionOf } from '../record/index.ts'
import { type OpenHandOver, openHandOvers, type RoleHolder, roleHolders } from '../roles/index.ts'
import type { Settings } from '../settings/index.ts'
import { type Checkpoint, lastCheckpoints, nextCheckpointAt } from '../timekeeper/index.ts'
import { countTodos, labelTodos, type Todos, todosOfIncident } from '../todos/index.ts'
import { type LastUpdate, lastUpdate } from '../updates/index.ts'
import { archiveAtOf, type Left, leftUndone, stillOwed } from '../upkeep/index.ts'

/** Something that should stand in Slack and does not, or is out of date there: `error` is Slack's own word. */
export type Problem = Failing

/** All that is known of one incident now, for every message and form that shows it. */
export type Situation = {
  incident: Incident
  channel: IncidentChannel
  roles: readonly RoleHolder[]
  /** Who is asked to take which role, and has not answered. */
  asked: readonly OpenHandOver[]
  people: readonly AssembledPerson[]
  /** Who takes part, and by what: of a private one nobody else may know. */
  knowers: readonly Knower[]
  channels: readonly AssembledChannel[]
  /** Places that used to hear of it: messages that stand there are still kept up to date. */
  silent: readonly AssembledChannel[]
  /** The channels that hear of it and that other companies read, too. */
  outside: readonly string[]
  /** Names in the policy that stand for nobody yet. */
  gaps: readonly Gap[]
  problems: readonly Problem[]
  /** Calls beyond Slack, by pager and in order. */
  pages: readonly Page[]
  /** Who is on call with the pagers that say so, as they said last. */
  onCall: readonly OnCall[]
  /** People called by hand, oldest first. */
  calls: readonly Call[]
  /** The last checkpoints, the newest first. */
  checkpoints: readonly Checkpoint[]
  /** When the timekeeper speaks next; null while it rests. */
  nextCheckpointAt: Date | null
  /** What was said last of how things stand; undefined while nobody said anything. */
  lastUpdate: LastUpdate | undefined
  todos: Todos
  /** What is to be done so that it does not happen again, in the order in which it was said. */
  actions: readonly ActionItem[]
  /** What earlier incidents like this one have left open; looked for while it is being responded to. */
  related: readonly Related[]
  /** How the writing of the postmortem stands. */
  learning: Learning
  /** Where the postmortem went and how it fares there; undefined while it went nowhere. */
  publication: Publication | undefined
  /** The incident that it goes on in, and those that go on in it. */
  merged: { into: Other | null; from: readonly Other[] }
  /** When its channel will be archived; null while it will not. */
  archiveAt: Date | null
  ladder: Ladder
}

/** Another incident, as far as it may be shown here: of one that not everybody may know there is no channel. */
export type Other = { incidentId: string; channelId: string | null; isSecret: boolean }

/** The newest and some before it: one whose shrinking had to wait for Slack's budget still gets its turn. */
const checkpointsShown = 6

/** What is known of an incident by itself, before others and the workspace are asked: words of its TODOs name nobody yet. */
export type Core = Omit<Situation, 'merged' | 'outside' | 'related'>

/**
 * Loads the situation of one incident, in two statements where nothing is unusual; undefined when there is no such incident. What a
 * caller reads beside it with the same `readTogether` goes with the first; what it reads `beside` with the second.
 */
export async function situationOf(
  source: Reader,
  incidentId: string,
  beside?: (core: Core) => Promise<unknown>,
): Promise<Situation | undefined> {
  const reader = readTogether(source)
  const [
    incident,
    channel,
    roles,
    people,
    places,
    gaps,
    problems,
    checkpoints,
    nextCheckpoint,
    update,
    allTodos,
    pages,
    calls,
    actions,
    ladder,
    learning,
    publication,
    absorbed,
    archiveAt,
    knowers,
    asked,
    onCall,
    openActions,
  ] = await Promise.all([
    incidentById(reader, incidentId),
    channelOf(reader, incidentId),
    roleHolders(reader, incidentId),
    assembledPeople(reader, incidentId),
    assembledChannels(reader, incidentId),
    assemblyGaps(reader, incidentId),
    problemsOf(reader, incidentId),
    lastCheckpoints(reader, incidentId, checkpointsShown),
    nextCheckpointAt(reader, incidentId),
    lastUpdate(reader, incidentId),
    todosOfIncident(reader, incidentId),
    pagesOf(reader, incidentId),
    callsOf(reader, incidentId),
    actionsOf(reader, incidentId),
    ladderOf(reader, incidentId),
    learningOf(reader, incidentId),
    publicationOf(reader, incidentId),
    absorbedBy(reader, incidentId),
    archiveAtOf(reader, incidentId),
    knowersOf(reader, incidentId),
    openHandOvers(reader, incidentId),
    onCallNow(reader),
    newestOpen(reader),
  ])
  if (!incident || !channel) return undefined
  const told = places.filter(({ silentSince }) => !silentSince)
  const core: Core = {
    incident,
    channel,
    roles,
    asked,
    people,
    knowers,
    gaps,
    problems,
    checkpoints,
    calls,
    nextCheckpointAt: nextCheckpoint,
    lastUpdate: update,
    todos: countTodos(allTodos),
    actions,
    publication,
    learning,
    ladder,
    pages,
    onCall,
    archiveAt: isOpen(incident) || channel.archivedAt ? null : archiveAt,
    channels: told,
    silent: places.filter(({ silentSince }) => silentSince),
  }
  const [into, from, known, related, todos] = await Promise.all([
    incident.mergedInto ? otherIncident(reader, incident.mergedInto) : null,
    Promise.all(absorbed.map((each) => otherIncident(reader, each))),
    knownOf(reader, told),
    incident.status === 'responding' ? relatedActions(reader, incident, openActions) : [],
    labelTodos(reader, allTodos).then(countTodos),
    beside?.(core),
  ])
  const { outside, shut } = known
  const allProblems = isOpen(incident) ? [...problems, ...shutPlaces(core, shut)] : problems
  return { ...core, problems: allProblems, todos, merged: { into, from }, outside, related }
}

async function otherIncident(reader: Reader, incidentId: string): Promise<Other> {
  const [incident, channel] = await Promise.all([incidentById(reader, incidentId), channelOf(reader, incidentId)])
  const isSecret = incident?.visibility !== 'public'
  return { incidentId, channelId: isSecret ? null : (channel?.channelId ?? null), isSecret }
}

/** What is known of the channels that are told: those that outsiders read, and those in which nothing can be posted, with Slack's word for why. */
async function knownOf(reader: Reader, places: readonly AssembledChannel[]) {
  const known = await channelsByAnyName(reader, [...new Set(places.map(({ channelId }) => channelId))])
  return {
    outside: known.filter(isForOutsiders).map(({ id }) => id),
    shut: new Map(
      known.flatMap((channel) => {
        const why = whyShut(channel)
        return why ? [[channel.id, why] as const] : []
      }),
    ),
  }
}

/** The places that are known to take no message: people read that at once, before a message to them was tried. */
function shutPlaces({ channels, problems }: Core, shut: ReadonlyMap<string, string>): Problem[] {
  return channels.flatMap((place) => {
    const error = shut.get(place.channelId)
    const slot = `broadcast:${placeName(place)}`
    return error && !problems.some((each) => each.slot === slot) ? [{ slot, error }] : []
  })
}

/** What could not be done in Slack, and that what the incident came from cannot be read. */
async function problemsOf(reader: Reader, incidentId: string): Promise<Problem[]> {
  const [failures, adoption] = await Promise.all([
    failuresOf(reader, incidentSubject(incidentId)),
    adoptionOf(reader, incidentId),
  ])
  const unread = adoption?.error
  const told = failures.filter((each) => !isStandIn(each) || failures.some(({ slot }) => slot === 'card'))
  return unread ? [...told, { slot: 'adoption', error: unread }] : told
}

/** What stands in for a card that cannot be edited: nobody misses it once the card can be. */
const isStandIn = ({ slot }: Problem): boolean => slot === 'card-again' || slot === 'card-again-pin'

/** Who leads now; undefined while nobody does. */
export const handlerOf = ({ roles }: Pick<Situation, 'roles'>): string | undefined =>
  roles.find((each) => each.role === 'handler')?.userId

/** What of the response is not done yet. */
export const leftOf = (situation: Situation, settings: Settings): Left[] => leftUndone(undoneOf(situation), settings)

/** What is learned from it and not done yet. */
export const stillOwedOf = (situation: Situation, settings: Settings): Left[] =>
  stillOwed(undoneOf(situation), settings)

const undoneOf = ({ incident, todos, ladder, actions }: Situation) => ({
  incident,
  openTodos: todos.open,
  ladder,
  actions,
})
