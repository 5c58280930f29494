import { defineTexts } from '../../kit/i18n/index.ts'

/** As the record of changes tells it. */
export const changeTexts = defineTexts('history', {
  ja: {
    'ladder.postponed': '{{who}} がポストモーテムの期限を変更',
    'ladder.waived': '{{who}} がポストモーテムを見送り',
    'ladder.published': '{{who}} がポストモーテムを公開済みに',
    'ladder.assigned': '{{who}} がポストモーテムを書く人を変更',
    'ladder.review_planned': '{{who}} がレビュー会の日時を決定',
    'ladder.review_held': '{{who}} がレビュー会を開催済みに',
    'ladder.review_waived': '{{who}} がレビュー会を見送り',
  },
  en: {
    'ladder.postponed': '{{who}} moved the postmortem’s due date',
    'ladder.waived': '{{who}} waived the postmortem',
    'ladder.published': '{{who}} marked the postmortem as published',
    'ladder.assigned': '{{who}} changed who writes the postmortem',
    'ladder.review_planned': '{{who}} scheduled the review',
    'ladder.review_held': '{{who}} marked the review as held',
    'ladder.review_waived': '{{who}} waived the review',
  },
})
