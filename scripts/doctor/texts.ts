import { defineTexts } from '../../src/kit/i18n/index.ts'

/** What the command says itself. */
export const texts = defineTexts('doctor-command', {
  ja: {
    'asked.busy': '動いているボット（{{url}}）は、ほかの診断の途中です',
    'asked.busy.fix': 'その診断が終わってから、もう一度実行してください',
    'asked.closed': 'ボットが {{url}} で動いていますが、この診断に答えません',
    'asked.closed.fix':
      'ボットと同じユーザーと SSSBOT_DATA で実行するか、両方に同じ SSSBOT_API_TOKEN を設定してください',
    'asked.cut': '動いているボット（{{url}}）の答えが途中で切れました',
    'asked.cut.fix': 'ボットのログを見て、動いているのを確かめてからもう一度実行してください',
    'asked.right': '動いているボット（{{url}}）に調べてもらいました',
    'blocks.refused': '画面の見本 {{name}}（{{language}}）を Slack が断りました（{{why}}）',
    'blocks.refused.fix': 'この結果を報告してください。この文面は Slack に出ません',
    'blocks.right': '最も長い文面とフォーム {{n}} 件を Slack が受け入れました',
    'config.fix': '環境変数か .env を直してください（docs/operations.ja.md）',
    'end.right': 'すべて正常です（{{n}} 項目、{{seconds}} 秒）',
    'end.wrong': '{{wrong}} 項目に対処が必要です（{{n}} 項目中、{{seconds}} 秒）',
  },
  en: {
    'asked.busy': 'The running bot ({{url}}) is in the middle of another examination',
    'asked.busy.fix': 'Run it again when that one has ended',
    'asked.closed': 'A bot runs at {{url}}, and does not answer this doctor',
    'asked.closed.fix': 'Run it as the bot’s user with the same SSSBOT_DATA, or set the same SSSBOT_API_TOKEN for both',
    'asked.cut': 'The answer of the running bot ({{url}}) was cut off',
    'asked.cut.fix': 'Look at the bot’s log, see that it runs, and run it again',
    'asked.right': 'The running bot ({{url}}) was asked',
    'blocks.refused': 'Slack refused the sample {{name}} ({{language}}): {{why}}',
    'blocks.refused.fix': 'Please report this: that text does not get into Slack',
    'blocks.right': 'Slack takes the {{n}} longest messages and forms',
    'config.fix': 'Correct the environment or .env (docs/operations.md)',
    'end.right': 'All is well ({{n}} checks, {{seconds}} s)',
    'end.wrong': '{{wrong}} of {{n}} checks need something done ({{seconds}} s)',
  },
})
