import type { Locale } from '../../kit/i18n/index.ts'
import type { ActionItem } from '../actions/index.ts'
import type { IncidentChannel } from '../channel/index.ts'
import type { FactOf } from '../facts/index.ts'
import type { Incident } from '../incident/index.ts'
import type { TimelineEntry } from '../record/index.ts'
import type { Settings } from '../settings/index.ts'
import type { GapKey, Postmortem, SectionKey, Written } from './postmortem.ts'
import type { Template } from './template.ts'

/** All that a document is made of: the same gives the same bytes. */
export type Document = {
  incident: Incident
  channel: IncidentChannel | undefined
  postmortem: Postmortem
  template: Template
  /** What people wrote, the newest of each section. */
  written: ReadonlyMap<SectionKey, Written>
  levels: readonly FactOf<'incident.level_set'>[]
  /** Who had a role at any time, each once, in the order in which they took it. */
  roles: readonly { role: string; userId: string }[]
  firstUpdateAt: Date | null
  actions: readonly ActionItem[]
  /** What TODOs say, by their ids. */
  todos: ReadonlyMap<string, string | null>
  timeline: readonly TimelineEntry[]
  /** Where its own messages stand in its channel, by their slots. */
  messages: ReadonlyMap<string, string>
  /** What nobody has said yet. */
  gaps: readonly GapKey[]
}

/** In whose words it is written: the document's language, the company's settings, and people by name. */
export type Reading = { locale: Locale; settings: Settings; names: ReadonlyMap<string, string> }

/** What is missing of all that its template shows, in the document's order. */
export function gapsOf(
  { incident, written, actions }: Pick<Document, 'incident' | 'written' | 'actions'>,
  shown: readonly GapKey[],
): GapKey[] {
  const known: Partial<Record<GapKey, unknown>> = {
    occurred_at: incident.occurredAt,
    detected_at: incident.detectedAt,
    level: incident.level,
    types: incident.types[0],
    impact: incident.impact,
    detection: incident.detectedBy,
    next: actions[0],
  }
  // A gap that is no section is not found among them.
  return shown.filter((gap) => !known[gap] && !written.get(gap as SectionKey)?.words)
}

/** What a section says: what people wrote there, else what the incident says itself; undefined for nothing. */
export function wordsOfSection(
  section: SectionKey,
  { incident, written }: Pick<Document, 'incident' | 'written'>,
): string | undefined {
  const own = written.get(section)?.words
  if (own) return own
  if (section === 'summary') return incident.summary
  return section === 'impact' ? (incident.impact ?? undefined) : undefined
}

/** Where the workspace's messages are found: as it was looked up, else as any message of the record tells. */
export function archivesOf({ postmortem, timeline }: Pick<Document, 'postmortem' | 'timeline'>): string | undefined {
  if (postmortem.archives) return postmortem.archives
  const known = timeline.flatMap((entry) => (entry.is === 'message' ? (entry.message.permalink ?? []) : []))[0]
  return known && archivesIn(known)
}

const path = '/archives/'

/** The part of a message's address that all of a workspace share; undefined for another address. */
export function archivesIn(permalink: string): string | undefined {
  const at = permalink.indexOf(path)
  return at < 0 ? undefined : permalink.slice(0, at + path.length)
}
