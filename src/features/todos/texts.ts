import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.todos', {
  ja: {
    title: ':ballot_box_with_check: {{mark}}*TODO* {{done}}/{{total}}',
    'title.empty': 'TODO はすべて終わりました。',
    row: '*{{n}}.* {{words}}',
    'row.owner': '担当: {{who}}',
    'row.nobody': '担当: 未定 🙋',
    'row.due': '{{when}} まで',
    more: 'ほか {{count}} 件。「{{verb}}」から選べます。',
    how: '`TODO: @名前 やること 15m` と書いても、投稿に {{emoji}} を付けても足せます。',
    apart: ' ｜ ',
    gone: '（元の投稿は削除されました）',
    'asked.title': ':point_right: {{mark}}{{who}} さん、TODO {{n}} をお願いします: {{words}}',
    ownerless:
      ':bust_in_silhouette: {{mark}}TODO {{n}} に書かれた {{who}} には割り当てませんでした。{{why}}担当はまだ決まっていません。\n{{words}}',
    'due.title': ':alarm_clock: {{mark}}TODO {{n}} の時間になりました。 {{who}} さん、どうなりましたか？\n{{words}}',
    'due.nobody':
      ':alarm_clock: {{mark}}TODO {{n}} の時間になりましたが、まだ誰も引き受けていません。 {{who}}\n{{words}}',
    'due.extended': ':alarm_clock: {{mark}}TODO {{n}} は {{when}} まで延びました',
    'due.done': ':white_check_mark: {{mark}}TODO {{n}} は終わりました',
    'due.dropped': ':no_entry_sign: {{mark}}TODO {{n}} はやらないことになりました',
  },
  en: {
    title: ':ballot_box_with_check: {{mark}}*TODO* {{done}}/{{total}}',
    'title.empty': 'All TODOs are done.',
    row: '*{{n}}.* {{words}}',
    'row.owner': 'Owner: {{who}}',
    'row.nobody': 'Owner: none yet 🙋',
    'row.due': 'by {{when}}',
    more: 'and {{count}} more, under “{{verb}}”.',
    how: 'To add one, write `TODO: @name what to do 15m`, or put {{emoji}} on a message.',
    apart: ' | ',
    gone: '(its message was deleted)',
    'asked.title': ':point_right: {{mark}}{{who}}, please take TODO {{n}}: {{words}}',
    ownerless:
      ':bust_in_silhouette: {{mark}}TODO {{n}} was not assigned to {{who}}. {{why}} It has no owner yet.\n{{words}}',
    'due.title': ':alarm_clock: {{mark}}Time is up for TODO {{n}}. {{who}}, how did it go?\n{{words}}',
    'due.nobody': ':alarm_clock: {{mark}}Time is up for TODO {{n}}, and no one has taken it. {{who}}\n{{words}}',
    'due.extended': ':alarm_clock: {{mark}}TODO {{n}} was extended to {{when}}',
    'due.done': ':white_check_mark: {{mark}}TODO {{n}} is done',
    'due.dropped': ':no_entry_sign: {{mark}}TODO {{n}} is no longer needed',
  },
})

export const cardTexts = defineTexts('card', {
  ja: {
    'field.todos': '*TODO*',
  },
  en: {
    'field.todos': '*TODOs done*',
  },
})

export const waitTexts = defineTexts('home', {
  ja: {
    'waiting.todo': ':ballot_box_with_check: {{where}} {{words}}',
    'waiting.todo.due': ':ballot_box_with_check: {{where}} {{words}}（{{when}} まで）',
  },
  en: {
    'waiting.todo': ':ballot_box_with_check: {{where}} {{words}}',
    'waiting.todo.due': ':ballot_box_with_check: {{where}} {{words}} (by {{when}})',
  },
})
