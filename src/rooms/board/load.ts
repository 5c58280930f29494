import { type Reader, readTogether } from '../../kit/db/index.ts'
import { incidentOf } from '../channel/index.ts'
import { channelLanguages, localesOf, namesOf } from '../directory/index.ts'
import { type Fact, type FactType, factsAbout, factsOf } from '../facts/index.ts'
import { messagesOutside, slotsLeftBehind } from '../projection/index.ts'
import type { Settings } from '../settings/index.ts'
import { type Core, situationOf } from '../situation/index.ts'
import { slotFaces } from './faces.ts'

export const past = ['channel.unarchived', 'upkeep.archive_due', 'incident.reopened'] as const

/** Every fact that something in Slack is shown for: read at once. */
const shownFor: readonly FactType[] = [...new Set<FactType>([...past, ...slotFaces.flatMap(({ facts }) => facts)])]

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
  const [situation, facts] = await Promise.all([
    situationOf(together, incidentId, (core) => {
      rest = beside(core)
      return rest
    }),
    read,
  ])
  if (!situation || !rest) return undefined
  return { situation, facts, ...(await rest) }
}

/** What the faces, the workspace and other incidents add: it goes with the second statement of the situation. */
async function besides(together: Reader, subject: string, core: Core, facts: readonly Fact[], settings: Settings) {
  const { incident, channel } = core
  const asked = slotFaces.map((face) => ({ face, facts: factsOf(facts, face.facts) }))
  const spokenTo = asked.flatMap(({ face, facts: its }) => face.recipients?.(core, its) ?? [])
  const named = asked.flatMap(({ face, facts: its }) => face.named?.(core, its) ?? [])
  const [drawn, locales, names, outside, languageAt, leftBehind] = await Promise.all([
    Promise.all(
      asked.map(async ({ face, facts: its }) => ({
        face,
        facts: its,
        beside: await face.read?.(together, core, { facts: its, settings }),
      })),
    ),
    localesOf(together, idsIn(spokenTo), settings.language),
    namesOf(together, idsIn([...namedIn(core), ...named])),
    incident.visibility === 'private'
      ? messagesOutside(together, { subject, incidentId: incident.id, channelId: channel.channelId })
      : [],
    channelLanguages(together, settings),
    channel.former ? slotsLeftBehind(together, subject) : new Set<string>(),
  ])
  return { drawn, locales, names, outside, languageAt, leftBehind }
}

const idsIn = (ids: readonly (string | null | undefined)[]): string[] => ids.flatMap((id) => id ?? [])

/** Whom every message about an incident may name where a mention would call them. */
const namedIn = ({ incident, roles, knowers }: Core) => [
  incident.declaredBy,
  incident.postmortemOwner,
  ...roles.map(({ userId }) => userId),
  ...knowers.slice(0, 10).map(({ userId }) => userId),
]
