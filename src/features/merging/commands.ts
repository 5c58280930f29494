import type { Command } from '../../rooms/faces/index.ts'
import { mergeCommand } from './merge.ts'

export const mergingCommands = {
  merge: mergeCommand,
} as const
type Own = typeof mergingCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
