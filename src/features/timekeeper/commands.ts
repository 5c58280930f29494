import type { Command } from '../../rooms/faces/index.ts'
import { snoozeCommand } from './snooze.ts'
import { timekeeperCommand } from './timekeeper.ts'

export const timekeeperCommands = {
  timekeeper: timekeeperCommand,
  snooze: snoozeCommand,
} as const
type Own = typeof timekeeperCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
