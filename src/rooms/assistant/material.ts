import type { ActionItem } from '../actions/index.ts'
import type { Detection, Permanence, Status } from '../incident/index.ts'
import type { IncidentKind, IncidentType, Localized, MarkKind, Visibility } from '../settings/index.ts'
import type { Todo } from '../todos/index.ts'
import type { Report } from '../updates/index.ts'

/** One message as people see it. */
export type Line = {
  channelId: string
  /** Slack's key of it, a text. */
  ts: string
  threadTs: string | null
  /** The person's or the app's id. */
  author: string | null
  authorName: string | null
  byApp: boolean
  /** With names in place of ids (`@sato`, `#incidents`), plain text otherwise. */
  words: string
  permalink: string | null
  saidAt: Date
  marks: readonly MarkKind[]
}

/** A status update, as it was sent. `impact` was written for outside: what customers feel. */
export type StatedUpdate = {
  n: number
  at: Date
  report: Report
  condition: string
  action: string | null
  need: string | null
  impact: string | null
  authorName: string | null
  /** When the next one was promised. */
  nextAt: Date | null
}

/** What people stated of the incident in its fields: names as the settings have them, in both languages. */
export type StatedIncident = {
  id: string
  status: Status
  service: Localized
  summary: string
  impact: string | null
  level: Localized | null
  urgency: Localized | null
  types: readonly IncidentType[]
  kind: IncidentKind
  visibility: Visibility
  permanence: Permanence | null
  detectedBy: Detection | null
  occurredAt: Date | null
  detectedAt: Date | null
  declaredAt: Date
  recoveredAt: Date | null
  completedAt: Date | null
  /** What was said in the form when it was declared recovered; null where nothing was. */
  recoveryNote: string | null
}

/** What somebody wrote onto the timeline by hand. */
export type TimelineNote = { n: number; moment: Date; words: string; authorName: string | null }

/** `saidIn`: the message (`channel:ts`) whose words they are, as far as it stands in the record. */
export type StatedTodo = Pick<Todo, 'n' | 'words' | 'state' | 'owner'> & { saidIn?: string }

/**
 * All that the assistant may read for one reader: what this reader may not see is not in it. Lines stand in the order in which they
 * were said. Whoever builds it holds it small: one incident, loaded at once.
 */
export type Material = {
  now: Date
  /** IANA name, in which times of day are written. */
  timeZone: string
  incident: StatedIncident
  handler: { id: string; name: string } | null
  updates: readonly StatedUpdate[]
  lines: readonly Line[]
  notes: readonly TimelineNote[]
  actions: readonly Pick<ActionItem, 'n' | 'title' | 'state' | 'kind' | 'owner'>[]
  todos: readonly StatedTodo[]
}
