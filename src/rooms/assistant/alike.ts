import type { Reader } from '../../kit/db/index.ts'
import type { Looker } from '../access/index.ts'
import { actionsOf, similarity } from '../actions/index.ts'
import { channelOf, channelsOf, incidentSubject } from '../channel/index.ts'
import { factsAbout, type World } from '../facts/index.ts'
import { type Incident, incidentById } from '../incident/index.ts'
import { alikeTo as alikeInMeaning } from '../models/index.ts'
import { writtenOf } from '../postmortem/index.ts'
import { listPage } from '../reading/index.ts'
import type { Settings } from '../settings/index.ts'

/** What helped in an earlier incident that was like this one: each in the words in which it was written down. */
export type Alike = {
  incident: Incident
  channelId: string | null
  /** From 0 to 1. */
  score: number
  resolution: string | null
  trigger: string | null
  /** What the last update said was done. */
  action: string | null
  /** What is still to be done after it. */
  open: readonly string[]
}

/** From here on people say that it is the same again, as for action items. */
const alikeFrom = 0.3
/** As many of the service's newest are compared, and as many are read while it burns. */
const mostCompared = 200
const mostShown = 3

/**
 * Earlier incidents of the same service that were like this one and are over their worst, the most alike first. Only what everybody at the
 * place may know: of private ones and drills nothing.
 */
export async function alikeTo(
  { db: { read }, settings }: Pick<World, 'db' | 'settings'>,
  incidentId: string,
  looker: Looker,
): Promise<Alike[]> {
  const incident = await incidentById(read, incidentId)
  const found = incident ? await nearest(read, settings(), incident, looker) : []
  return Promise.all(found.map((each) => whatHelped(read, each)))
}

/** The same incidents, without what helped in them. Reads from `reader` alone. */
export async function alikeIn(
  reader: Reader,
  settings: Settings,
  incident: Incident,
  looker: Looker,
): Promise<Pick<Alike, 'incident' | 'channelId'>[]> {
  const found = await nearest(reader, settings, incident, looker)
  const channels = await channelsOf(
    reader,
    found.map(({ incident: { id } }) => id),
  )
  const channelId = (id: string) => channels.find((each) => each.incidentId === id)?.channelId ?? null
  return found.map(({ incident: other }) => ({ incident: other, channelId: channelId(other.id) }))
}

async function nearest(
  reader: Reader,
  settings: Settings,
  incident: Incident,
  looker: Looker,
): Promise<Pick<Alike, 'incident' | 'score'>[]> {
  const wanted = {
    statuses: ['recovered', 'completed'] as const,
    services: [incident.service],
    kinds: ['real'] as const,
    visibilities: ['public'] as const,
    except: incident.id,
  }
  const [{ cores }, meant] = await Promise.all([
    listPage(reader, looker, wanted, { limit: mostCompared }),
    alikeInMeaning(reader, settings, looker, incident.id, mostCompared),
  ])
  const meaning = nearInMeaning(meant)
  return cores
    .map(({ incident: other }) => {
      const near = meaning.get(other.id)
      const score = similarity(incident, other)
      return { incident: other, score: Math.max(score, near ?? 0), isAlike: near !== undefined || score >= alikeFrom }
    })
    .filter(({ isAlike }) => isAlike)
    .toSorted((a, b) => b.score - a.score || (a.incident.id < b.incident.id ? 1 : -1))
    .slice(0, mostShown)
}

/**
 * Of all that are compared, those that stand out: nearer to the same than to what any two of them have in common. Models differ in how near
 * they put what has nothing to do with each other, so no fixed number would do. Answers their likeness, from 0 to 1, by id.
 */
export function nearInMeaning(all: readonly { incidentId: string; likeness: number }[]): Map<string, number> {
  const usual = all.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(1, all.length)
  const near = all.filter(({ likeness }) => all.length > 1 && likeness > (1 + usual) / 2)
  return new Map(near.map(({ incidentId, likeness }) => [incidentId, likeness]))
}

async function whatHelped(read: Reader, { incident, score }: Pick<Alike, 'incident' | 'score'>): Promise<Alike> {
  const [written, updates, items, channel] = await Promise.all([
    writtenOf(read, incident.id),
    factsAbout(read, incidentSubject(incident.id), ['updates.posted']),
    actionsOf(read, incident.id),
    channelOf(read, incident.id),
  ])
  return {
    incident,
    score,
    channelId: channel?.channelId ?? null,
    resolution: written.get('resolution')?.words ?? null,
    trigger: written.get('trigger')?.words ?? null,
    action: updates.findLast(({ data }) => data.action)?.data.action ?? null,
    open: items.flatMap(({ state, title }) => (state === 'open' && title ? [title] : [])),
  }
}
