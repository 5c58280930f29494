import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.paging.called': ':pager: {{mark}}*当番を呼び出しています* ｜ {{pagers}}',
    'announce.paging.between': '、',
    'announce.paging.why': '理由: {{reason}}',
    'announce.page.acknowledged': ':white_check_mark: *呼び出しに応答がありました* ｜ {{pager}}',
    'announce.page.acknowledged.who': ':white_check_mark: *{{who}} が呼び出しに応答しました* ｜ {{pager}}',
    'announce.page.declined':
      ':warning: *呼び出した人は対応できません* ｜ {{pager}}\n「📣 人を呼ぶ」でほかの人を呼んでください。',
    'announce.page.declined.who':
      ':warning: *{{who}} は対応できません* ｜ {{pager}}\n「📣 人を呼ぶ」でほかの人を呼んでください。',
    'announce.page.unanswered':
      ':warning: *呼び出しに応答がありません* ｜ {{pager}}\n電話をかけるか、「📣 人を呼ぶ」でほかの人を呼んでください。',
    'announce.page.unanswered.who':
      ':warning: *{{who}} から応答がありません* ｜ {{pager}}\n電話をかけるか、「📣 人を呼ぶ」でほかの人を呼んでください。',
    'announce.page.passed_on': ':arrow_right: *次の当番を呼び出しています* ｜ {{pager}}',
    'announce.page.passed_on.who': ':arrow_right: *次の当番（{{who}}）を呼び出しています* ｜ {{pager}}',
    'announce.paging.delayed':
      ':warning: *呼び出しがまだ届きません* ｜ {{pager}}（{{why}}）\n送り直しています。電話などで直接呼んでください。',
    'announce.paging.failed':
      ':warning: *呼び出せませんでした* ｜ {{pager}}（{{why}}）\n電話などで直接呼んでください。',
    'announce.paging.delayed.other':
      ':warning: *呼び出し先への連絡がまだ届きません* ｜ {{pager}}（{{why}}）\n送り直しています。呼び出しが続いていたら、そちらで止めてください。',
    'announce.paging.failed.other':
      ':warning: *呼び出し先に連絡できませんでした* ｜ {{pager}}（{{why}}）\n呼び出しが続いていたら、そちらで止めてください。',
  },
  en: {
    'announce.paging.called': ':pager: {{mark}}*Paging on-call* | {{pagers}}',
    'announce.paging.between': ', ',
    'announce.paging.why': 'Reason: {{reason}}',
    'announce.page.acknowledged': ':white_check_mark: *The page was acknowledged* | {{pager}}',
    'announce.page.acknowledged.who': ':white_check_mark: *{{who}} acknowledged the page* | {{pager}}',
    'announce.page.declined':
      ':warning: *The person paged cannot respond* | {{pager}}\nCall someone else with “📣 Call people”.',
    'announce.page.declined.who':
      ':warning: *{{who}} cannot respond* | {{pager}}\nCall someone else with “📣 Call people”.',
    'announce.page.unanswered':
      ':warning: *No one has answered the page* | {{pager}}\nPhone them, or call someone else with “📣 Call people”.',
    'announce.page.unanswered.who':
      ':warning: *{{who}} has not answered the page* | {{pager}}\nPhone them, or call someone else with “📣 Call people”.',
    'announce.page.passed_on': ':arrow_right: *Paging the next person* | {{pager}}',
    'announce.page.passed_on.who': ':arrow_right: *Paging {{who}} next* | {{pager}}',
    'announce.paging.delayed':
      ':warning: *A page has not gone through yet* | {{pager}} ({{why}})\nRetrying. Please call people directly, by phone.',
    'announce.paging.failed': ':warning: *A page failed* | {{pager}} ({{why}})\nPlease call people directly, by phone.',
    'announce.paging.delayed.other':
      ':warning: *The pager has not been notified yet* | {{pager}} ({{why}})\nRetrying. If it keeps paging people, please stop it there.',
    'announce.paging.failed.other':
      ':warning: *The pager could not be notified* | {{pager}} ({{why}})\nIf it keeps paging people, please stop it there.',
  },
})
