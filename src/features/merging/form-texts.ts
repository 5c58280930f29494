import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands.end', {
  ja: {
    'label.merge': 'ほかのインシデントに統合する',
    'title.merge': '統合する',
    'submit.merge': '統合する',
    'field.into': '統合先',
    'merge.intro':
      '同じ原因なら、片方に統合します。このチャンネルの対応はそこで止まり、ここの人たちは統合先に招待され、周知は統合先を指すように変わります。「再開」で元に戻せます。',
    'merge.none':
      '統合できるインシデントがほかにありません。対応が続いていて、本番・訓練・演習の別と公開範囲が同じものだけに統合できます。',
  },
  en: {
    'label.merge': 'Merge into another incident',
    'title.merge': 'Merge',
    'submit.merge': 'Merge',
    'field.into': 'Into',
    'merge.intro':
      'If both have the same cause, handle them as one. The response here stops, its people are invited to the other channel, and the broadcasts point there. Reopening undoes it.',
    'merge.none':
      'There is no other incident to merge into. It has to be open, of the same kind, and of the same visibility.',
  },
})
