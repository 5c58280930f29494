import { alikeCommand } from './alike.ts'
import { catchUpCommand } from './catch-up.ts'
import { draftUpdateCommand } from './draft-update.ts'
import { acceptLevelCommand, acceptTagsCommand, dismissLabelsCommand } from './labels.ts'
import { letterCommand } from './letter.ts'
import { acceptActionCommand, dismissActionCommand, proposeActionsCommand } from './propose-actions.ts'
import { summaryCommand } from './summary.ts'
import { switchAssistantCommand } from './switch-assistant.ts'

/** What is made of the record for whoever asks. */
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
