import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.actions', {
  ja: {
    about: 'インシデント: {{where}} {{title}}',
    asked: ':bulb: {{mark}}{{who}} さんから、アクションアイテムの依頼です。',
    before: ':alarm_clock: {{mark}}アクションアイテムの期限まで、あと{{length}}です。',
    today: ':alarm_clock: {{mark}}アクションアイテムの期限は今日です。',
    after:
      ':rotating_light: {{mark}}アクションアイテムの期限を{{length}}過ぎています。終わっていなければ、期限を動かすか、やらない理由を残してください。',
    'length.day': '1日',
    'length.days': '{{days}}日',
    'lead.after':
      ':rotating_light: {{mark}}期限を{{length}}過ぎたアクションアイテムがあります（担当: {{owner}}）。サービスの責任者として、どうするか決めてください。',
    'lead.unowned':
      ':alarm_clock: {{mark}}期限が{{day}}のアクションアイテムに、担当がいません。サービスの責任者として、担当を決めてください。',
    'over.done': ':white_check_mark: アクションアイテム {{n}} は終わりました（{{where}}）',
    'over.waived': ':no_entry_sign: アクションアイテム {{n}} はやらないことになりました（{{where}}）',
    'over.removed': ':leftwards_arrow_with_hook: アクションアイテム {{n}} は取り消されました（{{where}}）',
    'over.given': ':bust_in_silhouette: アクションアイテム {{n}} の担当が変わりました（{{where}}）',
    'over.moved.open': ':date: アクションアイテム {{n}} の期限は未定になりました（{{where}}）',
    'over.moved': ':date: アクションアイテム {{n}} の期限は{{day}}になりました（{{where}}）',
    'over.later': ':alarm_clock: アクションアイテム {{n}} のお知らせは、新しいものに替わりました（{{where}}）',
    conflict:
      ':left_right_arrow: {{mark}}アクションアイテムが Slack と GitHub で別々に変更され、食い違っています。どちらも上書きしていません。どちらにしますか？',
    'conflict.state.here': '*状態* Slack: {{value}}',
    'conflict.state.there': '*状態* GitHub: {{value}}',
    'conflict.login.here': '*担当* Slack: {{value}}',
    'conflict.login.there': '*担当* GitHub: {{value}}',
    'conflict.due.here': '*期限* Slack: {{value}}',
    'conflict.due.there': '*期限* GitHub: {{value}}',
    none: 'なし',
    'state.open': 'これから',
    'state.done': '終わった',
    'state.waived': 'やらない',
    'over.settled': ':left_right_arrow: アクションアイテム {{n}} の食い違いは解消しました（{{where}}）',
    'gaps.ask':
      ':mag: {{mark}}担当か期限の決まっていないアクションアイテムが {{count}} 件あります。 {{where}} {{title}}\n決めてください。やらないものは、理由を残して閉じられます。',
    'gaps.more': 'ほか {{count}} 件',
    'gaps.over': ':white_check_mark: アクションアイテムの担当と期限は決まりました（{{where}}）',
    'gaps.later': ':mag: アクションアイテムの担当と期限について聞きました（{{where}}）',
  },
  en: {
    about: 'Incident: {{where}} {{title}}',
    asked: ':bulb: {{mark}}{{who}} asks you to take an action item.',
    before: ':alarm_clock: {{mark}}An action item of yours is due in {{length}}.',
    today: ':alarm_clock: {{mark}}An action item of yours is due today.',
    after:
      ':rotating_light: {{mark}}An action item of yours was due {{length}} ago. If it is not done, move its date or say why it is waived.',
    'length.day': '1 day',
    'length.days': '{{days}} days',
    'lead.after':
      ':rotating_light: {{mark}}An action item was due {{length}} ago (owner: {{owner}}). As the service’s lead, please decide what happens with it.',
    'lead.unowned':
      ':alarm_clock: {{mark}}An action item without an owner is due on {{day}}. As the service’s lead, please find an owner.',
    'over.done': ':white_check_mark: Action item {{n}} is done ({{where}})',
    'over.waived': ':no_entry_sign: Action item {{n}} was waived ({{where}})',
    'over.removed': ':leftwards_arrow_with_hook: Action item {{n}} was withdrawn ({{where}})',
    'over.given': ':bust_in_silhouette: Action item {{n}} has a new owner ({{where}})',
    'over.moved.open': ':date: Action item {{n}} no longer has a due date ({{where}})',
    'over.moved': ':date: Action item {{n}} is now due on {{day}} ({{where}})',
    'over.later': ':alarm_clock: A newer reminder replaces this one about action item {{n}} ({{where}})',
    conflict:
      ':left_right_arrow: {{mark}}An action item was changed both in Slack and on GitHub, and they differ. Neither was overwritten. Which one do you want?',
    'conflict.state.here': '*State* Slack: {{value}}',
    'conflict.state.there': '*State* GitHub: {{value}}',
    'conflict.login.here': '*Owner* Slack: {{value}}',
    'conflict.login.there': '*Owner* GitHub: {{value}}',
    'conflict.due.here': '*Due* Slack: {{value}}',
    'conflict.due.there': '*Due* GitHub: {{value}}',
    none: 'none',
    'state.open': 'to do',
    'state.done': 'done',
    'state.waived': 'waived',
    'over.settled': ':left_right_arrow: Slack and GitHub agree on action item {{n}} again ({{where}})',
    'gaps.ask':
      ':mag: {{mark}}Action items without an owner or due date ({{count}}): {{where}} {{title}}\nPlease decide. What will not be done can be closed with a reason.',
    'gaps.more': 'and {{count}} more',
    'gaps.over': ':white_check_mark: The action items now have owners and due dates ({{where}})',
    'gaps.later': ':mag: Asked about owners and due dates of the action items ({{where}})',
  },
})

export const cardTexts = defineTexts('card', {
  ja: {
    'field.actions': '*アクションアイテム*',
    related: ':bulb: よく似たインシデントのアクションアイテムが、まだ終わっていません。',
    'related.row': '{{item}}（期限 {{due}}） {{where}}',
    'related.row.open': '{{item}}（期限は未定） {{where}}',
    'actions.trouble': '{{words}}（アクションアイテム）',
  },
  en: {
    'field.actions': '*Action items*',
    related: ':bulb: Action items from similar incidents are still open.',
    'related.row': '{{item}} (due {{due}}) {{where}}',
    'related.row.open': '{{item}} (no due date) {{where}}',
    'actions.trouble': '{{words}} (action items)',
  },
})

export const waitTexts = defineTexts('home', {
  ja: {
    'waiting.action': ':bulb: アクションアイテム {{row}}\n{{where}} {{title}}',
  },
  en: {
    'waiting.action': ':bulb: Action item {{row}}\n{{where}} {{title}}',
  },
})
