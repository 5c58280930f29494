import type { Command } from '../../rooms/faces/index.ts'
import { addTodoCommand } from './add-todo.ts'
import { doneTodoCommand, extendTodoCommand, takeTodoCommand } from './answer-todo.ts'
import { changeTodoCommand } from './change-todo.ts'

export const todoCommands = {
  'add-todo': addTodoCommand,
  'change-todo': changeTodoCommand,
  'take-todo': takeTodoCommand,
  'done-todo': doneTodoCommand,
  'extend-todo': extendTodoCommand,
} as const
type Own = typeof todoCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
