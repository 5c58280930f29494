import { defineTexts } from '../../../kit/i18n/index.ts'

export const texts = defineTexts('card.ladder', {
  ja: {
    'reminded.after':
      ':memo: {{where}} 復旧おつかれさまでした。 *ポストモーテム* の期限は {{due}} です。\n{{title}}\n覚えているうちに、5分だけ書き足しておくと楽です。',
    'reminded.before': ':memo: {{where}} *ポストモーテム* の期限は明日（{{due}}）です。\n{{title}}',
    'reminded.due': ':memo: {{where}} 今日（{{due}}）が *ポストモーテム* の期限です。\n{{title}}',
    'reminded.overdue':
      ':memo: {{where}} *ポストモーテム* の期限（{{due}}）を過ぎました。書く人: {{owner}}\n{{title}}\n手が足りていないのかもしれません。いっしょに片付ける方法を選んでください。',
    'reminded.nobody': ':memo: {{where}} *ポストモーテム* を書く人がまだ決まっていません（期限 {{due}}）。\n{{title}}',
    help: '下書きはもうできています。残りを埋めるだけです。',
    'help.mini': '5つの質問に答えるだけです。',
    'help.overdue': '日を決め直す、ほかの人に渡す、理由を書いて見送る。どれでも構いません。',
    'button.postpone': '期限を動かす',
    'button.hand': 'ほかの人に渡す',
    'button.settle': '書く人を決める',
    'button.waive': '見送る',
    'over.newer': ':memo: {{where}} ポストモーテムのお知らせ（続きは下にあります）',
    'over.published': ':tada: {{where}} ポストモーテムを公開しました。ありがとうございます。',
    'over.waived': ':memo: {{where}} ポストモーテムは見送りになりました。',
    'over.postponed': ':memo: {{where}} ポストモーテムの期限は {{due}} になりました。',
    'over.assigned': ':memo: {{where}} ポストモーテムを書く人が決まりました（期限 {{due}}）。',
    'over.reopened': ':memo: {{where}} インシデントが再開されました。ポストモーテムは復旧のあとに。',
    assigned: ':memo: {{where}} {{who}} から、 *ポストモーテム* をお願いされました（期限 {{due}}）。\n{{title}}',
    somebody: 'どなたか',
  },
  en: {
    'reminded.after':
      ':memo: {{where}} Thank you for getting it back. The *postmortem* is due on {{due}}.\n{{title}}\nFive minutes now, while it is fresh, save an hour later.',
    'reminded.before': ':memo: {{where}} The *postmortem* is due tomorrow ({{due}}).\n{{title}}',
    'reminded.due': ':memo: {{where}} The *postmortem* is due today ({{due}}).\n{{title}}',
    'reminded.overdue':
      ':memo: {{where}} The *postmortem* was due on {{due}}. Its writer: {{owner}}\n{{title}}\nThey may need a hand. Please choose how to get it off the table together.',
    'reminded.nobody': ':memo: {{where}} Nobody writes the *postmortem* yet (due {{due}}).\n{{title}}',
    help: 'The draft is there already. Only the gaps are left.',
    'help.mini': 'It is five questions.',
    'help.overdue': 'Another day, another person, or a reason to do without: each of them is fine.',
    'button.postpone': 'Move the day',
    'button.hand': 'Hand it to somebody',
    'button.settle': 'Settle who writes it',
    'button.waive': 'Waive it',
    'over.newer': ':memo: {{where}} About the postmortem (there is more below)',
    'over.published': ':tada: {{where}} The postmortem is published. Thank you.',
    'over.waived': ':memo: {{where}} The postmortem was waived.',
    'over.postponed': ':memo: {{where}} The postmortem is due on {{due}} now.',
    'over.assigned': ':memo: {{where}} It is settled who writes the postmortem (due {{due}}).',
    'over.reopened': ':memo: {{where}} The incident was reopened. The postmortem comes after its recovery.',
    assigned: ':memo: {{where}} {{who}} asks you to write the *postmortem* (due {{due}}).\n{{title}}',
    somebody: 'Somebody',
  },
})
