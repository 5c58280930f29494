import { actionsCommand } from './actions.ts'
import {
  addActionCommand,
  changeActionCommand,
  doneActionCommand,
  moveActionCommand,
  waiveActionCommand,
} from './change-action.ts'
import { todoToActionCommand } from './todo-to-action.ts'

/** What is learnt from it, in the menu's order. */
export const learnCommands = {
  actions: actionsCommand,
  'add-action': addActionCommand,
  'todo-to-action': todoToActionCommand,
  'change-action': changeActionCommand,
  'done-action': doneActionCommand,
  'move-action': moveActionCommand,
  'waive-action': waiveActionCommand,
} as const
