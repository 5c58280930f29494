import type { Command } from '../../rooms/faces/index.ts'
import { addEntryCommand } from './add-entry.ts'
import { editEntryCommand } from './edit-entry.ts'
import { acceptMomentCommand, refuseMomentCommand } from './moments.ts'
import { timelineCommand } from './timeline.ts'

export const recordCommands = {
  timeline: timelineCommand,
  'add-entry': addEntryCommand,
  'edit-entry': editEntryCommand,
  'accept-moment': acceptMomentCommand,
  'refuse-moment': refuseMomentCommand,
} as const
type Own = typeof recordCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
