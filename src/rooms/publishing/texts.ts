import { defineTexts } from '../../kit/i18n/index.ts'

/** What the bot writes on GitHub and into commits, in the company's language. */
export const texts = defineTexts('publishing', {
  ja: {
    'pull.body':
      'インシデントのポストモーテムです。記録をもとにボットが書きました。\n\n- 記録が変わると、このファイルも書き直します。\n- **誰かがファイルを直したら、その文が優先です。** 以後ボットは書き換えず、食い違いをコメントで伝えます。\n- 未記入の項目がなくなったら、下書きを解いてレビューを頼みます。\n\n{{marker}}',
    'commit.first': 'ポストモーテムの下書き: {{title}}',
    'commit.next': 'ポストモーテムを記録に合わせる: {{title}}',
    'commit.taken-back': '非公開になったため取り下げ',
    'advice.gaps':
      '**未記入の項目が{{count}}件あります。** Slack で答えるか、このファイルの「未記入」の行を書き換えてください。どちらでも、埋まると下書きを解いてレビューを頼みます。',
    'advice.complete': '未記入の項目はありません。',
    'difference.title': '### 記録との食い違い',
    'difference.why':
      'このファイルは人の手で直されているので、ボットは書き換えません。その後、記録は次のように変わりました。必要なものを取り入れてください。',
    'difference.none': '記録との食い違いはありません。',
    'difference.cut': '（長いので、ここまで）',
    'withdrawn.title': '取り下げました',
    'withdrawn.body': 'この文書は取り下げました。',
  },
  en: {
    'pull.body':
      'The postmortem of an incident, written by the bot from the record.\n\n- When the record changes, the bot rewrites this file.\n- **Once someone edits the file, their text wins.** The bot then leaves it alone and reports differences in a comment.\n- Once nothing is left to fill in, it leaves draft state and asks for reviews.\n\n{{marker}}',
    'commit.first': 'Draft a postmortem: {{title}}',
    'commit.next': 'Update the postmortem from the record: {{title}}',
    'commit.taken-back': 'Withdraw what has become private',
    'advice.gaps':
      '**{{count}} items are not filled in.** Answer in Slack, or replace the lines in this file that say so. Once nothing is missing, it leaves draft state and asks for reviews.',
    'advice.complete': 'Nothing is left to fill in.',
    'difference.title': '### Differences from the record',
    'difference.why':
      'This file was edited by hand, so the bot leaves it alone. Since then the record has changed as follows. Take over what you need.',
    'difference.none': 'Nothing differs from the record.',
    'difference.cut': '(cut here, since it is long)',
    'withdrawn.title': 'Withdrawn',
    'withdrawn.body': 'This document was withdrawn.',
  },
})
