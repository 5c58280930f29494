import type { Reader } from '../../../kit/db/index.ts'
import { type Looker, mayRead } from '../../access/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { factsAbout, type World } from '../../facts/index.ts'
import { type Incident, incidentById, isOpen } from '../../incident/index.ts'
import { tagsInUse } from '../../reading/index.ts'
import { alikeIn } from '../alike.ts'
import type { Material } from '../material.ts'
import { materialOf } from '../material-of.ts'
import { dismissedOf, isSwitchedOff } from '../store.ts'
import { type Earlier, type Labels, levelLabel, tagLabel } from './labels.ts'
import { type LevelNow, proposeLevel } from './propose-level.ts'
import { proposeTags } from './propose-tags.ts'

const none: Labels = { level: null, tags: null }

type Asking = Pick<World, 'settings' | 'clock'>

/**
 * What is proposed of an incident's level and tags, for somebody who may know of it, but for what was put away; nothing for whoever may not,
 * and where the assistant is off. Reads from `reader` alone, so that it can be asked within a transaction.
 */
export async function labelsFor(
  reader: Reader,
  { settings: settingsNow, clock }: Asking,
  incidentId: string,
  looker: Looker,
): Promise<Labels> {
  const settings = settingsNow()
  const incident = await incidentById(reader, incidentId)
  if (!incident || !settings.assistant.enabled || !(await mayRead(reader, incidentId, looker))) return none
  if (await isSwitchedOff(reader, incidentId)) return none
  const material = await materialOf(reader, settings, incidentId, clock.now())
  return material ? labelsIn(reader, { settings, incident, material, looker }) : none
}

type About = { settings: ReturnType<World['settings']>; incident: Incident; material: Material; looker: Looker }

/** The same, where what the assistant reads of it is there already and may be read. */
export async function labelsIn(reader: Reader, { settings, incident, material, looker }: About): Promise<Labels> {
  const { id, status, tags: has } = incident
  if (status === 'merged' || status === 'cancelled') return none
  const wantsTags = has.length === 0
  if (!wantsTags && !isOpen(incident)) return none
  const [alike, dismissed, since, used] = await Promise.all([
    alikeIn(reader, settings, incident, looker),
    dismissedOf(reader, id),
    levelSince(reader, incident),
    wantsTags ? tagsInUse(reader, looker) : [],
  ])
  const earlier = alike.map(({ incident: other, channelId }): Earlier & Pick<Incident, 'level' | 'tags'> => ({
    incident: other,
    channelId,
    level: other.level,
    tags: other.tags,
  }))
  const level = isOpen(incident) ? proposeLevel(material, settings.levels, since, earlier) : null
  const away = new Set([...used, ...earlier.flatMap(({ tags }) => tags)].filter((tag) => dismissed.has(tagLabel(tag))))
  return {
    level: level && !dismissed.has(levelLabel(level.level)) ? level : null,
    tags: wantsTags ? proposeTags(material, used, earlier, away) : null,
  }
}

async function levelSince(reader: Reader, { id, level, declaredAt }: Incident): Promise<LevelNow> {
  if (!level) return null
  const set = (await factsAbout(reader, incidentSubject(id), ['incident.level_set'])).at(-1)
  return { level, since: set?.at ?? declaredAt }
}
