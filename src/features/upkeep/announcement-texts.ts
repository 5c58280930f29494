import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.upkeep.archive_announced':
      ':file_cabinet: このチャンネルを {{when}} に *アーカイブします* 。まだ使うなら延ばしてください。記録はアーカイブのあとも読めます。',
    'announce.upkeep.archive_put_off': ':file_cabinet: アーカイブを {{when}} に *延ばしました* 。',
  },
  en: {
    'announce.upkeep.archive_announced':
      ':file_cabinet: This channel will be *archived* {{when}}. Postpone it if you still need the channel. It stays readable afterwards.',
    'announce.upkeep.archive_put_off': ':file_cabinet: Archiving was *postponed* to {{when}}.',
  },
})
