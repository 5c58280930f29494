import type { Command } from '../../rooms/faces/index.ts'
import { editSummaryCommand } from './edit-summary.ts'
import { editTimesCommand } from './edit-times.ts'
import { setKindCommand } from './set-kind.ts'
import { setLevelCommand } from './set-level.ts'
import { setTagsCommand } from './set-tags.ts'
import { setTypeCommand } from './set-type.ts'

export const propertiesCommands = {
  'set-level': setLevelCommand,
  'edit-summary': editSummaryCommand,
  'set-type': setTypeCommand,
  'set-tags': setTagsCommand,
  'set-kind': setKindCommand,
  'edit-times': editTimesCommand,
} as const
type Own = typeof propertiesCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
