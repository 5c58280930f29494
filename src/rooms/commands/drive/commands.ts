import { editSummaryCommand } from './edit-summary.ts'
import { setLevelCommand } from './set-level.ts'
import { updateCommand } from './update.ts'

/** What moves the response on, in the menu's order. */
export const driveCommands = {
  update: updateCommand,
  'set-level': setLevelCommand,
  'edit-summary': editSummaryCommand,
} as const
