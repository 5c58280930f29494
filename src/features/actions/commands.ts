import type { Command } from '../../rooms/faces/index.ts'
import { actionsCommand } from './actions.ts'
import {
  addActionCommand,
  changeActionCommand,
  doneActionCommand,
  moveActionCommand,
  waiveActionCommand,
} from './change-action.ts'
import { settleActionCommand } from './settle-action.ts'
import { todoToActionCommand } from './todo-to-action.ts'

export const actionCommands = {
  actions: actionsCommand,
  'add-action': addActionCommand,
  'todo-to-action': todoToActionCommand,
  'change-action': changeActionCommand,
  'done-action': doneActionCommand,
  'move-action': moveActionCommand,
  'waive-action': waiveActionCommand,
  'settle-action': settleActionCommand,
} as const
type Own = typeof actionCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
