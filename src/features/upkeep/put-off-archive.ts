import { type Command, doing } from '../../rooms/faces/index.ts'
import { putOffArchive } from '../../rooms/upkeep/index.ts'
import { texts } from './form-texts.ts'

/** One tap, and the channel stays as long again. */
export const putOffArchiveCommand: Command = {
  ...doing(putOffArchive),
  label: (locale) => texts.in(locale)('label.put-off-archive'),
  spoken: {
    ja: ['アーカイブを延ばす', 'アーカイブしないで', 'アーカイブ延期', 'アーカイブを延期する', 'チャンネルを残す'],
    en: [
      'postpone archiving',
      'put archiving off',
      'do not archive',
      "don't archive",
      'keep channel',
      'postpone archive',
      'delay archive',
    ],
  },
  offered: ({ archiveAt }) => archiveAt !== null,
}
