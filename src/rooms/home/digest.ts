import { type Reader, readTogether } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import { knows } from '../assembly/index.ts'
import {
  channelLanguages,
  channelsByAnyName,
  isForOutsiders,
  localeOfPerson,
  peopleByAnyName,
  whyShut,
} from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { recoveredIncidents } from '../incident/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import { leadOf } from '../settings/index.ts'
import { handlerOf, type Situation, situationInList } from '../situation/index.ts'
import { digestMessage } from './messages.ts'

/** Where one part of the digest goes: to a person, or to a channel where nobody is left who could act. */
type Goal = { to: 'person' | 'channel'; id: string }

/** One day's digest: to each who can act what waits for them, once. */
export const showDigest =
  (world: World): Show =>
  async (reader, subject) => {
    if (!subject.startsWith('digest:')) return []
    const lists = new Map<string, { goal: Goal; situations: Situation[] }>()
    for (const situation of await recoveredSituations({ reader, log: world.log })) {
      for (const goal of await goalsOf(reader, world, situation)) {
        const name = `${goal.to}:${goal.id}`
        const list = lists.get(name) ?? { goal, situations: [] }
        list.situations.push(situation)
        lists.set(name, list)
      }
    }
    const settings = world.settings()
    const languageAt = await channelLanguages(reader, settings)
    const slots: Slot[] = []
    for (const [name, { goal, situations }] of lists) {
      const isPerson = goal.to === 'person'
      const locale = isPerson ? await localeOfPerson(reader, goal.id, settings.language) : languageAt(goal.id)
      const content = digestMessage(situations, { settings, locale })
      slots.push({
        slot: `digest:${name}`,
        keep: 'once',
        lane: 'cosmetic',
        shows: situations.map(({ incident }) => incident.id),
        act: isPerson ? { do: 'direct-message', user: goal.id, content } : { do: 'message', channel: goal.id, content },
      })
    }
    return slots
  }

/**
 * Who can bring it to its end: whoever leads and whoever writes the postmortem. Where nobody is there any more, the
 * service's lead, or its own channel; but what is private or a drill is nothing for those, so whoever declared it is asked.
 */
async function goalsOf(reader: Reader, world: World, situation: Situation): Promise<Goal[]> {
  const { incident } = situation
  const ends = [handlerOf(situation), incident.postmortemOwner].filter((id) => id && knows(situation, id))
  const there = await present(reader, ends)
  if (there.length > 0) return there.map((id) => ({ to: 'person', id }))
  if (incident.visibility === 'public' && incident.kind === 'real') {
    const lead = await present(reader, [leadOf(world.settings(), incident.service)])
    if (lead.length > 0) return lead.map((id) => ({ to: 'person', id }))
    const names = world.settings().services[incident.service]?.channels ?? []
    const channel = (await channelsByAnyName(reader, names)).find((each) => !isForOutsiders(each) && !whyShut(each))
    if (channel) return [{ to: 'channel', id: channel.id }]
  }
  return (await present(reader, [incident.declaredBy])).map((id) => ({ to: 'person', id }))
}

/** The people of these ids and names who are still there; a group's handle is nobody's. */
async function present(reader: Reader, names: readonly (string | null | undefined)[]): Promise<string[]> {
  const people = await peopleByAnyName(reader, [...new Set(names.flatMap((name) => name ?? []))])
  return people.flatMap(({ id, isDeactivated }) => (isDeactivated ? [] : [id]))
}

type Listing = { reader: Reader; log: Log }

/** So many are read as one: more would be a statement that takes longer to plan than to run. */
const readAtOnce = 10

/** The recovered incidents that are not completed, the oldest first, as far as they can be read. */
async function recoveredSituations({ reader, log }: Listing): Promise<Situation[]> {
  const recovered = await recoveredIncidents(reader, 200)
  const found: Situation[] = []
  for (let from = 0; from < recovered.length; from += readAtOnce) {
    const together = readTogether(reader)
    const some = recovered.slice(from, from + readAtOnce)
    for (const situation of await Promise.all(some.map(({ id }) => situationInList(together, log, id))))
      if (situation) found.push(situation)
  }
  return found
}
