import type { Command } from '../../rooms/faces/index.ts'
import { noChangeCommand } from './no-change.ts'
import { updateCommand } from './update.ts'

export const updatesCommands = {
  update: updateCommand,
  'no-change': noChangeCommand,
} as const
type Own = typeof updatesCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
