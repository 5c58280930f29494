import { defineTexts } from '../../kit/i18n/index.ts'

export const cardTexts = defineTexts('card', {
  ja: {
    pages: '呼び出し: {{list}}',
    'pages.between': '、',
    'page.trigger.trying': '{{pager}} 送信中',
    'page.trigger.delivered': '{{pager}} 送信済み {{when}}',
    'page.trigger.failed': '{{pager}} 失敗',
    'page.acknowledge.trying': '{{pager}} 対応開始を通知中',
    'page.acknowledge.delivered': '{{pager}} 対応開始を通知済み',
    'page.acknowledge.failed': '{{pager}} 対応開始の通知に失敗',
    'page.answer.acknowledged': '{{pager}} 応答あり {{when}}',
    'page.answer.acknowledged.who': '{{pager}} {{who}} が応答 {{when}}',
    'page.answer.declined': '{{pager}} 対応できないと返事 {{when}}',
    'page.answer.declined.who': '{{pager}} {{who}} は対応できないと返事 {{when}}',
    'page.answer.unanswered': '{{pager}} 応答なし {{when}}',
    'page.answer.unanswered.who': '{{pager}} {{who}} の応答なし {{when}}',
    'page.answer.passed_on': '{{pager}} 次の当番を呼び出し中 {{when}}',
    'page.answer.passed_on.who': '{{pager}} 次の当番（{{who}}）を呼び出し中 {{when}}',
    'page.resolve.trying': '{{pager}} 終了を通知中',
    'page.resolve.delivered': '{{pager}} 終了を通知済み',
    'page.resolve.failed': '{{pager}} 終了の通知に失敗',
    'trouble.trying':
      ':warning: 「{{pager}}」の呼び出しがまだ届きません（{{why}}）。送り直しています。電話などで直接呼んでください',
    'trouble.failed': ':warning: 「{{pager}}」を呼び出せませんでした（{{why}}）。電話などで直接呼んでください',
  },
  en: {
    pages: 'Paged: {{list}}',
    'pages.between': ', ',
    'page.trigger.trying': '{{pager}} sending',
    'page.trigger.delivered': '{{pager}} sent {{when}}',
    'page.trigger.failed': '{{pager}} failed',
    'page.acknowledge.trying': '{{pager}} acknowledging',
    'page.acknowledge.delivered': '{{pager}} acknowledged',
    'page.acknowledge.failed': '{{pager}} could not be acknowledged',
    'page.answer.acknowledged': '{{pager}} acknowledged {{when}}',
    'page.answer.acknowledged.who': '{{pager}} acknowledged by {{who}} {{when}}',
    'page.answer.declined': '{{pager}} declined {{when}}',
    'page.answer.declined.who': '{{pager}} declined by {{who}} {{when}}',
    'page.answer.unanswered': '{{pager}} no answer {{when}}',
    'page.answer.unanswered.who': '{{pager}} no answer from {{who}} {{when}}',
    'page.answer.passed_on': '{{pager}} trying the next person {{when}}',
    'page.answer.passed_on.who': '{{pager}} trying {{who}} next {{when}}',
    'page.resolve.trying': '{{pager}} resolving',
    'page.resolve.delivered': '{{pager}} resolved',
    'page.resolve.failed': '{{pager}} could not be resolved',
    'trouble.trying':
      ':warning: “{{pager}}” has not been reached yet ({{why}}). Retrying. Call people directly, by phone',
    'trouble.failed': ':warning: “{{pager}}” could not be paged ({{why}}). Call people directly, by phone',
  },
})

export const announcementTexts = defineTexts('broadcast', {
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
