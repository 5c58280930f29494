import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card', {
  ja: {
    'due-soon':
      ':alarm_clock: {{mark}}約束した更新の時刻（{{when}}）が近づいています。変わりがなければ、ボタンひとつで伝えられます。',
    'due-soon.direct':
      ':alarm_clock: {{channel}} {{title}}\n約束した更新の時刻（ *{{when}}* ）が近づいています。変わりがなければ、ボタンひとつで伝えられます。',
    'due-soon.over': ':alarm_clock: {{channel}} 約束した更新（{{when}}）は、もう対応済みです',
    'overdue.title': ':alarm_clock: {{mark}}*約束した更新の時刻（{{when}}）を過ぎました* {{who}}',
    'overdue.responders': '手の空いている人が、いまの状況をひとことで更新してください。',
    'overdue.over': ':alarm_clock: 約束した更新の時刻（{{when}}）を過ぎました',
    'overdue.direct.handler':
      ':alarm_clock: {{channel}} {{title}}\n約束した更新（ *{{when}}* ）がまだです。「まだ分からない」と伝えるだけでも構いません。',
    'overdue.direct.deputy':
      ':alarm_clock: {{channel}} {{title}}\n約束した更新（ *{{when}}* ）がまだで、ハンドラーから返事がありません。代わりに更新してください。',
    'update.said': ':memo: *{{report}}* （{{when}} {{who}}）{{condition}}',
    'update.need': ':raised_hands: *必要* {{need}}',
    'update.next': ':alarm_clock: 次の更新: {{when}}',
    'update.unchanged': ':repeat: *変わりなし* （{{when}} {{who}}）',
    'update.overdue': ':alarm_clock: *次の更新: {{when}}* （過ぎています）',
  },
  en: {
    'due-soon':
      ':alarm_clock: {{mark}}The update promised for {{when}} is due soon. If nothing has changed, one tap says so.',
    'due-soon.direct':
      ':alarm_clock: {{channel}} {{title}}\nThe update promised for *{{when}}* is due soon. If nothing has changed, one tap says so.',
    'due-soon.over': ':alarm_clock: {{channel}} The update promised for {{when}} has been dealt with',
    'overdue.title': ':alarm_clock: {{mark}}*The update promised for {{when}} is overdue* {{who}}',
    'overdue.responders': 'Whoever is free, please post the status in one sentence.',
    'overdue.over': ':alarm_clock: The update promised for {{when}} was overdue',
    'overdue.direct.handler':
      ':alarm_clock: {{channel}} {{title}}\nThe update promised for *{{when}}* is overdue. “We don’t know yet” is enough.',
    'overdue.direct.deputy':
      ':alarm_clock: {{channel}} {{title}}\nThe update promised for *{{when}}* is overdue and the handler has not answered. Please post it for them.',
    'update.said': ':memo: *{{report}}* ({{when}} {{who}}) {{condition}}',
    'update.need': ':raised_hands: *Need* {{need}}',
    'update.next': ':alarm_clock: Next update: {{when}}',
    'update.unchanged': ':repeat: *No change* ({{when}} {{who}})',
    'update.overdue': ':alarm_clock: *Next update: {{when}}* (overdue)',
  },
})

export const waitTexts = defineTexts('home', {
  ja: {
    'waiting.update': ':hourglass: {{where}} 約束した更新の時刻を過ぎています（{{title}}）',
  },
  en: {
    'waiting.update': ':hourglass: {{where}} The promised update is overdue ({{title}})',
  },
})
