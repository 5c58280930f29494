import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.timekeeper.snoozed.checkpoint': ':zzz: チェックポイントを1回だけ {{when}} まで遅らせます',
    'announce.timekeeper.snoozed.update': ':zzz: 更新の催促を1回だけ {{when}} まで遅らせます',
  },
  en: {
    'announce.timekeeper.snoozed.checkpoint': ':zzz: Just this once, the checkpoint is snoozed until {{when}}',
    'announce.timekeeper.snoozed.update': ':zzz: Just this once, the update reminder is snoozed until {{when}}',
  },
})
