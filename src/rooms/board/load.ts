import { type Reader, readTogether } from '../../kit/db/index.ts'
import { announced, otherIn, peopleIn, withoutOther } from '../broadcast/index.ts'
import {
  actionFactTypes,
  caretakerOf,
  ladderFacts,
  noted,
  peopleInTodos,
  recipientsOfActions,
  recipientsOfLadder,
  recipientsOfQuestions,
  toldOfTodos,
} from '../card/index.ts'
import { incidentOf } from '../channel/index.ts'
import { crewFacts, recipientsOfCrew } from '../crew/index.ts'
import { delayOf } from '../declaration/index.ts'
import { channelLanguages, channelsByAnyName, localesOf, namesOf } from '../directory/index.ts'
import { type Fact, type FactType, factsAbout, factsOf } from '../facts/index.ts'
import { incidentsByIds } from '../incident/index.ts'
import { messagesOutside, slotsLeftBehind } from '../projection/index.ts'
import { markedByHand } from '../record/index.ts'
import type { Settings } from '../settings/index.ts'
import { type Core, situationOf } from '../situation/index.ts'

export const followed = ['channel.bot_left', 'channel.bot_called_back', 'incident.reopened'] as const
export const past = ['channel.unarchived', 'upkeep.archive_due', 'incident.reopened'] as const

export const excluding = ['assembly.excluded', 'assembly.narrowed'] as const

/** Every fact that something in Slack is shown for: read at once. */
const shownFor: readonly FactType[] = [
  ...new Set<FactType>([
    ...announced,
    ...crewFacts,
    ...actionFactTypes,
    ...ladderFacts,
    ...noted,
    ...followed,
    ...past,
    'updates.due_soon',
    'updates.overdue',
    'calls.released',
    ...excluding,
  ]),
]

/**
 * All that is read for what should stand in Slack for one incident, in two statements where nothing is unusual; undefined where there is
 * no such incident.
 */
export async function load(reader: Reader, subject: string, settings: Settings) {
  const together = readTogether(reader)
  const incidentId = incidentOf(subject) ?? ''
  const read = factsAbout(together, subject, shownFor)
  const beside = async (core: Core) => besides(together, subject, core, await read, settings)
  let rest: ReturnType<typeof beside> | undefined
  const [situation, facts, marked] = await Promise.all([
    situationOf(together, incidentId, (core) => {
      rest = beside(core)
      return rest
    }),
    read,
    markedByHand(together, incidentId),
  ])
  if (!situation || !rest) return undefined
  return { situation, facts, marked, ...(await rest) }
}

/** What the workspace and other incidents add: it goes with the second statement of the situation. */
async function besides(together: Reader, subject: string, core: Core, facts: readonly Fact[], settings: Settings) {
  const { incident, channel } = core
  const wasTold = factsOf(facts, announced)
  const ownChannels = channel.archivedAt ? (settings.services[incident.service]?.channels ?? []) : []
  const [isHidden, locales, names, own, delay, outside, languageAt, leftBehind] = await Promise.all([
    hiddenAmong(
      together,
      wasTold.flatMap((fact) => otherIn(fact) ?? []),
    ),
    localesOf(together, spokenToIn(core, facts), settings.language),
    namesOf(together, [...namedIn(core, facts), ...wasTold.flatMap(peopleIn)]),
    channelsByAnyName(together, ownChannels),
    delayOf(together, core),
    incident.visibility === 'private'
      ? messagesOutside(together, { subject, incidentId: incident.id, channelId: channel.channelId })
      : [],
    channelLanguages(together, settings),
    channel.former ? slotsLeftBehind(together, subject) : new Set<string>(),
  ])
  return {
    told: wasTold.map((fact) => withoutOther(fact, isHidden)),
    locales,
    names,
    own,
    delay,
    outside,
    languageAt,
    leftBehind,
  }
}

/** Whom something is said to by name, each in their language. */
function spokenToIn(core: Core, facts: readonly Fact[]): string[] {
  const reminded = core.lastUpdate ? factsOf(facts, ['updates.overdue', 'updates.due_soon']) : []
  const reopeners = factsOf(facts, followed).flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))
  return [
    ...recipientsOfLadder(factsOf(facts, ladderFacts)),
    ...recipientsOfQuestions(core),
    ...recipientsOfCrew(factsOf(facts, crewFacts)),
    ...reminded.flatMap(({ data }) => data.users),
    ...factsOf(facts, ['calls.released']).flatMap(({ data }) => data.people),
    caretakerOf(core),
    ...reopeners,
    ...toldOfTodos(factsOf(facts, noted)),
    ...recipientsOfActions(factsOf(facts, actionFactTypes)),
  ]
}

/** Whose names are shown where a mention would call them. */
const namedIn = (core: Core, facts: readonly Fact[]): string[] =>
  [
    core.incident.declaredBy,
    core.incident.postmortemOwner,
    ...core.roles.map((each) => each.userId),
    ...core.calls.map((each) => each.by),
    ...core.knowers.slice(0, 10).map((each) => each.userId),
    ...peopleInTodos(core),
    ...recipientsOfLadder(factsOf(facts, ladderFacts)),
  ].flatMap((id) => id ?? [])

/** Which of these incidents not everybody may know of. */
async function hiddenAmong(reader: Reader, ids: readonly string[]): Promise<(id: string) => boolean> {
  const others = ids.length === 0 ? [] : await incidentsByIds(reader, ids)
  const open = new Set(others.filter(({ visibility }) => visibility === 'public').map(({ id }) => id))
  return (id) => !open.has(id)
}
