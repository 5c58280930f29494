import { defineTexts } from '../../src/kit/i18n/index.ts'

/** What the command says itself. */
export const texts = defineTexts('doctor-command', {
  ja: {
    'asked.busy': '動いているボット（{{url}}）は、ほかの診断の途中です',
    'asked.busy.fix': 'その診断が終わってから、もう一度実行してください',
    'asked.closed': 'ボットが {{url}} で動いていますが、この診断に応答しません',
    'asked.closed.fix':
      'ボットと同じユーザーと SSSBOT_DATA で実行するか、両方に同じ SSSBOT_API_TOKEN を設定してください',
    'asked.cut': '動いているボット（{{url}}）の応答が途中で切れました',
    'asked.cut.fix': 'ボットのログを見て、動いていることを確かめてからもう一度実行してください',
    'asked.right': '動いているボット（{{url}}）に調べてもらいました',
    'blocks.refused': '画面の見本 {{name}}（{{language}}）を Slack が受け付けませんでした（{{why}}）',
    'blocks.refused.fix': 'この結果を報告してください。この文面は Slack に表示されません',
    'blocks.right': '最も長い文面とフォーム {{n}} 件を Slack が受け付けました',
    'config.fix': '環境変数か .env を直してください（docs/operations.ja.md）',
    'end.right': 'すべて正常です（{{n}} 項目、{{seconds}} 秒）',
    'end.wrong': '{{wrong}} 項目に対処が必要です（{{n}} 項目中、{{seconds}} 秒）',
  },
  en: {
    'asked.busy': 'The running bot ({{url}}) is busy with another check',
    'asked.busy.fix': 'Run this again once that one has finished',
    'asked.closed': 'A bot is running at {{url}} but does not answer this doctor',
    'asked.closed.fix': 'Run it as the bot’s user with the same SSSBOT_DATA, or set the same SSSBOT_API_TOKEN for both',
    'asked.cut': 'The answer of the running bot ({{url}}) was cut off',
    'asked.cut.fix': 'Check the bot’s log and that it is running, then run this again',
    'asked.right': 'The running bot ({{url}}) was asked',
    'blocks.refused': 'Slack refused the sample {{name}} ({{language}}): {{why}}',
    'blocks.refused.fix': 'Please report this: Slack will not show that text',
    'blocks.right': 'Slack accepts the {{n}} longest messages and forms',
    'config.fix': 'Correct the environment or .env (docs/operations.md)',
    'end.right': 'All is well ({{n}} checks, {{seconds}} s)',
    'end.wrong': '{{wrong}} of {{n}} checks need attention ({{seconds}} s)',
  },
})
