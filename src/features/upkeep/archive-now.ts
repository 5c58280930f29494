import { type Command, doing, isOver } from '../../rooms/faces/index.ts'
import { archiveNow } from '../../rooms/upkeep/index.ts'
import { texts } from './form-texts.ts'

/** One tap, and the channel is archived: what is left goes on outside it. */
export const archiveNowCommand: Command = {
  ...doing(archiveNow),
  label: (locale) => texts.in(locale)('label.archive-now'),
  sure: (locale) => texts.in(locale)('sure.archive-now'),
  spoken: {
    ja: ['アーカイブする', 'いまアーカイブする', 'チャンネルをアーカイブする', 'チャンネルを閉じる'],
    en: ['archive', 'archive now', 'archive channel', 'close channel'],
  },
  offered: ({ incident, channel }) => isOver(incident) && channel.channelId !== null && channel.archivedAt === null,
}
