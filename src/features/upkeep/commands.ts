import type { Command } from '../../rooms/faces/index.ts'
import { archiveNowCommand } from './archive-now.ts'
import { putOffArchiveCommand } from './put-off-archive.ts'

export const upkeepCommands = {
  'put-off-archive': putOffArchiveCommand,
  'archive-now': archiveNowCommand,
} as const
type Own = typeof upkeepCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
