import type { Command } from '../../rooms/faces/index.ts'
import { excludePeopleCommand } from './exclude-people.ts'

export const knowersCommands = {
  'exclude-people': excludePeopleCommand,
} as const
type Own = typeof knowersCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
