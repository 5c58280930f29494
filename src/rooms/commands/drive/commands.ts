import { editSummaryCommand } from './edit-summary.ts'
import { editTimesCommand } from './edit-times.ts'
import { moveChannelCommand } from './move-channel.ts'
import { noChangeCommand } from './no-change.ts'
import { setKindCommand } from './set-kind.ts'
import { setLevelCommand } from './set-level.ts'
import { setTagsCommand } from './set-tags.ts'
import { setTypeCommand } from './set-type.ts'
import { setVisibilityCommand } from './set-visibility.ts'
import { snoozeCommand } from './snooze.ts'
import { timekeeperCommand } from './timekeeper.ts'
import { updateCommand } from './update.ts'

/** What moves the response on, in the menu's order. */
export const driveCommands = {
  update: updateCommand,
  'no-change': noChangeCommand,
  'set-level': setLevelCommand,
  'edit-summary': editSummaryCommand,
  'set-type': setTypeCommand,
  'set-tags': setTagsCommand,
  'set-kind': setKindCommand,
  'set-visibility': setVisibilityCommand,
  'move-channel': moveChannelCommand,
  'edit-times': editTimesCommand,
  timekeeper: timekeeperCommand,
  snooze: snoozeCommand,
} as const
