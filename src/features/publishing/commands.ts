import type { Command } from '../../rooms/faces/index.ts'
import { tryAgainCommand } from './try-again.ts'

export const publishingCommands = {
  'try-again': tryAgainCommand,
} as const
type Own = typeof publishingCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
