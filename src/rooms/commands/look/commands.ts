import { addEntryCommand } from './add-entry.ts'
import { editEntryCommand } from './edit-entry.ts'
import { listCommand } from './list.ts'
import { acceptMomentCommand, refuseMomentCommand } from './moments.ts'
import { timelineCommand } from './timeline.ts'

/** What shows something to the person who asks. */
export const lookCommands = {
  timeline: timelineCommand,
  'add-entry': addEntryCommand,
  'edit-entry': editEntryCommand,
  'accept-moment': acceptMomentCommand,
  'refuse-moment': refuseMomentCommand,
  list: listCommand,
} as const
