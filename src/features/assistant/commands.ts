import type { Command } from '../../rooms/faces/index.ts'
import { alikeCommand } from './alike.ts'
import { catchUpCommand } from './catch-up.ts'
import { draftUpdateCommand } from './draft-update.ts'
import { acceptLevelCommand, acceptTagsCommand, dismissLabelsCommand } from './labels.ts'
import { letterCommand } from './letter.ts'
import { acceptActionCommand, dismissActionCommand, proposeActionsCommand } from './propose-actions.ts'
import { summaryCommand } from './summary.ts'
import { switchAssistantCommand } from './switch-assistant.ts'

export const assistantCommands = {
  'catch-up': catchUpCommand,
  summary: summaryCommand,
  'draft-update': draftUpdateCommand,
  alike: alikeCommand,
  letter: letterCommand,
  'propose-actions': proposeActionsCommand,
  'accept-action': acceptActionCommand,
  'dismiss-action': dismissActionCommand,
  'accept-level': acceptLevelCommand,
  'accept-tags': acceptTagsCommand,
  'dismiss-labels': dismissLabelsCommand,
  'switch-assistant': switchAssistantCommand,
} as const
type Own = typeof assistantCommands

declare module '../../rooms/faces/verbs.ts' {
  interface Verbs extends Record<keyof Own, Command> {}
}
