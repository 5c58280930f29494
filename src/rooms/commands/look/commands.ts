import { listCommand } from './list.ts'
import { timelineCommand } from './timeline.ts'

/** What shows something to the person who asks. */
export const lookCommands = {
  timeline: timelineCommand,
  list: listCommand,
} as const
