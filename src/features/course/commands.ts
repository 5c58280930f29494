import type { Command } from '../../rooms/faces/index.ts'
import { completeCommand } from './complete.ts'
import { recoverCommand } from './recover.ts'
import { cancelCommand, reopenCommand } from './with-reason.ts'

export const courseCommands = {
  recover: recoverCommand,
  complete: completeCommand,
  reopen: reopenCommand,
  cancel: cancelCommand,
} as const
type Own = typeof courseCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
