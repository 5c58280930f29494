import type { Command } from './command.ts'
import { completeCommand } from './complete.ts'
import { editSummaryCommand } from './edit-summary.ts'
import { listCommand } from './list.ts'
import { recoverCommand } from './recover.ts'
import { setLevelCommand } from './set-level.ts'
import { takeHandlerCommand } from './take-handler.ts'
import type { Verb } from './verb.ts'
import { cancelCommand, reopenCommand } from './with-reason.ts'

/** Every verb and how it is done. */
export const commands: { readonly [V in Verb]: Command } = {
  'take-handler': takeHandlerCommand,
  'set-level': setLevelCommand,
  'edit-summary': editSummaryCommand,
  recover: recoverCommand,
  complete: completeCommand,
  reopen: reopenCommand,
  cancel: cancelCommand,
  list: listCommand,
}
