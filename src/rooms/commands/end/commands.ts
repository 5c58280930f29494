import { archiveNowCommand } from './archive-now.ts'
import { completeCommand } from './complete.ts'
import { mergeCommand } from './merge.ts'
import { putOffArchiveCommand } from './put-off-archive.ts'
import { recoverCommand } from './recover.ts'
import { cancelCommand, reopenCommand } from './with-reason.ts'

/** What ends the response and takes it up again, in the menu's order. */
export const endCommands = {
  recover: recoverCommand,
  complete: completeCommand,
  reopen: reopenCommand,
  cancel: cancelCommand,
  merge: mergeCommand,
  'put-off-archive': putOffArchiveCommand,
  'archive-now': archiveNowCommand,
} as const
