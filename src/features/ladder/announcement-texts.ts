import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.ladder.postponed': ':memo: ポストモーテムの期限を *{{to}}* に動かしました（変更前: {{from}}）。',
    'announce.ladder.published': ':books: {{mark}}*ポストモーテムを公開しました* ｜ {{title}}',
    'announce.ladder.published.link': ':books: {{mark}}*ポストモーテムを公開しました* ｜ {{title}} ｜ <{{link}}|読む>',
    'announce.ladder.published.secret': ':books: {{mark}}*ポストモーテムがまとまりました* ｜ {{title}}',
    'announce.ladder.waived': ':memo: ポストモーテムを *見送ります* 。',
    'announce.ladder.review_held': ':calendar: レビュー会を開きました。',
    'announce.ladder.review_waived': ':calendar: レビュー会は *見送ります* 。',
    'announce.ladder.assigned': ':memo: ポストモーテムは {{who}} が書きます（期限 {{due}}）。',
  },
  en: {
    'announce.ladder.postponed': ':memo: The postmortem’s due date was *moved to {{to}}* (was: {{from}}).',
    'announce.ladder.published': ':books: {{mark}}*The postmortem is published* | {{title}}',
    'announce.ladder.published.link': ':books: {{mark}}*The postmortem is published* | {{title}} | <{{link}}|read it>',
    'announce.ladder.published.secret': ':books: {{mark}}*The postmortem is finished* | {{title}}',
    'announce.ladder.waived': ':memo: The postmortem was *waived*.',
    'announce.ladder.review_held': ':calendar: The review was held.',
    'announce.ladder.review_waived': ':calendar: The review was *waived*.',
    'announce.ladder.assigned': ':memo: {{who}} writes the postmortem (due {{due}}).',
  },
})
