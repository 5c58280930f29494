import { defineTexts } from '../../../kit/i18n/index.ts'

/** Advice about a postmortem, in words that blame nobody either. */
export const texts = defineTexts('postmortem.lint', {
  ja: {
    'advice.name-in-cause':
      '人の名前があります。誰がしたかではなく、なぜそうできたのか、なぜ止まらなかったのかを書きます。役割（「担当者」など）なら名前は要りません。',
    'advice.human-error':
      '人のミスを原因にしています。誰でも同じことをする状況だったはずです。その操作を許した仕組み、気づけなかった理由を書きます。',
    'advice.should-have':
      '結果を知っている今の目で書かれています。そのとき何が見えていて、なぜその判断がもっともだったのかを書きます。',
    'advice.blame': '責める言葉に読めます。何が起きたかを書けば十分です。責められた人は、次から話さなくなります。',
    'advice.vague-action': '心がけは数週間で薄れます。仕組み・自動化・監視など、終わったと誰でも分かる形にします。',
    'advice.action-without-owner': '担当がいません。一人に決めます。',
    'advice.action-without-date': '期限がありません。日付を決めます。',
    'advice.no-detection':
      'いつ気づいたかがタイムラインにありません。検知の時刻を書くと、どれだけ早く気づけたかが分かります。',
    'advice.empty-section': 'まだ書かれていません。',
    quoted: '「{{quote}}」',
    row: '{{section}} {{quote}} — {{advice}}',
    'row.plain': '{{section}} — {{advice}}',
    'markdown.title': '### ポストモーテムへの助言',
    'markdown.intro': '助言です。マージを妨げるものではありません。',
    'markdown.none': '助言はありません。',
    'section.summary': '概要',
    'section.impact': 'お客様への影響',
    'section.affected': '影響を受けたお客様の数',
    'section.cause': '原因',
    'section.trigger': 'きっかけ',
    'section.detection': '検知',
    'section.resolution': '復旧までの対応',
    'section.well': 'うまくいったこと',
    'section.wrong': 'うまくいかなかったこと',
    'section.lucky': '運がよかったこと',
    'section.next': '再発防止策',
    'section.timeline': 'タイムライン',
    'section.occurred_at': '発生した時刻',
    'section.detected_at': '気づいた時刻',
    'section.level': '事象レベル',
    'section.types': '種類',
  },
  en: {
    'advice.name-in-cause':
      'A person is named. Write why it was possible and why nothing stopped it, not who did it. A role (“the operator”) needs no name.',
    'advice.human-error':
      'Human error is named as the cause. Anyone would have done the same there. Write what allowed it, and why it could not be noticed.',
    'advice.should-have':
      'This is written in hindsight. Write what could be seen at the time, and why the decision made sense.',
    'advice.blame': 'This reads like blame. What happened is enough: people who are blamed stop talking.',
    'advice.vague-action':
      'Good intentions wear off within weeks. Make it a mechanism, automation or monitoring, something anyone can see is done.',
    'advice.action-without-owner': 'It has no owner. Choose one person.',
    'advice.action-without-date': 'It has no due date. Choose a day.',
    'advice.no-detection':
      'The timeline does not say when it was detected. With that time one sees how early it could be noticed.',
    'advice.empty-section': 'Not written yet.',
    quoted: '“{{quote}}”',
    row: '{{section}} {{quote}}: {{advice}}',
    'row.plain': '{{section}}: {{advice}}',
    'markdown.title': '### Advice on the postmortem',
    'markdown.intro': 'This is advice. It does not block merging.',
    'markdown.none': 'No advice.',
    'section.summary': 'Summary',
    'section.impact': 'Customer impact',
    'section.affected': 'Customers affected',
    'section.cause': 'Cause',
    'section.trigger': 'Trigger',
    'section.detection': 'Detection',
    'section.resolution': 'Resolution',
    'section.well': 'What went well',
    'section.wrong': 'What went wrong',
    'section.lucky': 'Where we got lucky',
    'section.next': 'Action items',
    'section.timeline': 'Timeline',
    'section.occurred_at': 'When it started',
    'section.detected_at': 'When it was detected',
    'section.level': 'Level',
    'section.types': 'Type',
  },
})
