import type { Command } from '../../rooms/faces/index.ts'
import { todoToActionCommand } from './todo-to-action.ts'

export const actionCommands = {
  'todo-to-action': todoToActionCommand,
} as const
type Own = typeof actionCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
