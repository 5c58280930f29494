import { putOffArchive } from '../../upkeep/index.ts'
import { type Command, doing } from '../command.ts'
import { texts } from './texts.ts'

/** One tap, and the channel stays as long again. */
export const putOffArchiveCommand: Command = {
  ...doing(putOffArchive),
  label: (locale) => texts.in(locale)('label.put-off-archive'),
  offered: ({ archiveAt }) => archiveAt !== null,
}
