import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('record', {
  ja: {
    'pagers.between': '、',
    'paging.called': '📟 {{who}} が {{pagers}} を呼び出した',
    'page.acknowledged': '📟 {{pager}}: 応答があった',
    'page.acknowledged.who': '📟 {{pager}}: {{who}} が応答した',
    'page.declined': '📟 {{pager}}: 対応できないと返事があった',
    'page.declined.who': '📟 {{pager}}: {{who}} は対応できないと返事した',
    'page.unanswered': '📟 {{pager}}: 応答がない',
    'page.unanswered.who': '📟 {{pager}}: {{who}} から応答がない',
    'page.passed_on': '📟 {{pager}}: 次の当番を呼び出した',
    'page.passed_on.who': '📟 {{pager}}: 次の当番（{{who}}）を呼び出した',
    'paging.delivered': '📟 {{pager}} に届いた',
    'paging.failed': '📟 {{pager}} に届かなかった',
  },
  en: {
    'pagers.between': ', ',
    'paging.called': '📟 {{who}} paged {{pagers}}',
    'page.acknowledged': '📟 {{pager}}: acknowledged',
    'page.acknowledged.who': '📟 {{pager}}: {{who}} acknowledged',
    'page.declined': '📟 {{pager}}: declined',
    'page.declined.who': '📟 {{pager}}: {{who}} declined',
    'page.unanswered': '📟 {{pager}}: no answer',
    'page.unanswered.who': '📟 {{pager}}: no answer from {{who}}',
    'page.passed_on': '📟 {{pager}}: the next person was tried',
    'page.passed_on.who': '📟 {{pager}}: {{who}} was tried next',
    'paging.delivered': '📟 {{pager}} was reached',
    'paging.failed': '📟 {{pager}} was not reached',
  },
})
