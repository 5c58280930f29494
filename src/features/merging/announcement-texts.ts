import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.incident.merged': ':twisted_rightwards_arrows: {{mark}}*ほかのインシデントに統合しました* ｜ {{title}}',
    'announce.incident.absorbed':
      ':twisted_rightwards_arrows: {{mark}}{{other}} が *ここに統合されました* 。参加していた人たちもこのチャンネルに招待します。',
    'announce.incident.parted': ':twisted_rightwards_arrows: {{mark}}{{other}} が再開され、 *また別々に対応します* 。',
  },
  en: {
    'announce.incident.merged': ':twisted_rightwards_arrows: {{mark}}*Merged into another incident* | {{title}}',
    'announce.incident.absorbed':
      ':twisted_rightwards_arrows: {{mark}}{{other}} was *merged into this incident*. Its people are invited here.',
    'announce.incident.parted':
      ':twisted_rightwards_arrows: {{mark}}{{other}} was reopened and is *handled separately again*.',
  },
})
