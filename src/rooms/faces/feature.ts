import type { AnyHappenings } from '../record/index.ts'
import type { Sample } from '../situation/index.ts'
import type { AnyAnnouncements } from './announcement.ts'
import type { CardLines } from './card.ts'
import type { Command } from './command.ts'
import type { SlotFace } from './slot-face.ts'
import type { Waits } from './waits.ts'

/** What a feature brings to what people see, each under the name by which its frame puts it in order. */
export type Feature = {
  name: string
  /** Its verbs as people say and press them, by their names. */
  commands?: Readonly<Record<string, Command>>
  /** Its lines on the pinned card. */
  card?: CardLines
  /** What stands in Slack because of it. */
  slots?: Readonly<Record<string, SlotFace>>
  /** Its facts that people must hear of. */
  announcements?: AnyAnnouncements
  /** What of it waits for people, on App Home and on the dashboard. */
  waits?: Readonly<Record<string, Waits>>
  /** How its facts read afterwards: on the timeline, and in the record of changes. */
  happened?: AnyHappenings
  /** Its messages and forms in every state, for the gallery, the transcripts and the check against Slack's limits: loaded when they are looked at. */
  samples?(): Promise<{ samples: readonly Sample[] }>
}
