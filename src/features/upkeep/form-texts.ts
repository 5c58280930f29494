import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.end', {
  ja: {
    'label.put-off-archive': 'アーカイブを延ばす',
    'label.archive-now': '🗄️ いまアーカイブする',
    'sure.archive-now': 'アーカイブしたチャンネルは、ボットには戻せません。記録は、あとからも読めます。',
  },
  en: {
    'label.put-off-archive': 'Postpone archiving',
    'label.archive-now': '🗄️ Archive now',
    'sure.archive-now': 'The bot cannot unarchive the channel. Its record stays readable.',
  },
})
