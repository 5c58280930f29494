import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('card.learning', {
  ja: {
    'draft.title': ':memo: {{mark}}*ポストモーテムの下書きができています* ',
    'draft.words':
      '時刻・経過・役割・タイムラインは、記録からもう書いてあります。記録からは分からないことだけ、知っている人が一言ずつ足してください。',
    'draft.words.mini': '軽い事象なので、5つの質問に答えれば終わりです。',
    'draft.gaps': '未記入 {{count}} 件: {{gaps}}',
    'draft.full': ':white_check_mark: 未記入の項目はありません。読み返して、レビューに出せます。',
    'draft.between': '、',
    'draft.short.draft': ':memo: {{mark}}ポストモーテム: 下書き',
    'draft.short.in_review': ':memo: {{mark}}ポストモーテム: レビュー中',
    'draft.short.approved': ':memo: {{mark}}ポストモーテム: 承認されました',
    'draft.short.published': ':memo: {{mark}}ポストモーテム: 公開されました',
    'draft.short.waived': ':memo: {{mark}}ポストモーテム: 書かないことにしました',
    'ask.intro': ':memo: {{mark}}{{channel}} のポストモーテムのために、一つだけ教えてください。',
    'ask.intro.mini': ':memo: {{mark}}{{channel}} の短いポストモーテムをお願いします。',
    'ask.intro.passed':
      ':memo: {{mark}}{{channel}} のポストモーテムのことです。{{who}} さんから、あなたがご存じだと聞きました。',
    'ask.question': '*{{question}}* ',
    'ask.words': '一言で足ります。分からなければ「分からない」で構いません。',
    'ask.words.mini': '3分ほどです。分からないところは空のままで構いません。',
    'settled.answered': ':white_check_mark: {{question}}（{{channel}}）— 答えをいただきました。ありがとうございます。',
    'settled.unknown': ':memo: {{question}}（{{channel}}）— 分からない、とのことでした。ほかの人に聞きます。',
    'settled.passed': ':memo: {{question}}（{{channel}}）— {{who}} さんに聞きます。ありがとうございます。',
    'settled.withdrawn': ':memo: {{question}}（{{channel}}）— 回答は要らなくなりました。',
    'settled.secret': ':memo: この質問への回答は要らなくなりました。',
  },
  en: {
    'draft.title': ':memo: {{mark}}*The postmortem draft is ready*',
    'draft.words':
      'Times, course of events, roles and timeline are already filled in from the record. Whoever knows the rest adds it, a sentence each.',
    'draft.words.mini': 'It was minor: answer five questions and it is done.',
    'draft.gaps': 'Gaps: {{count}} ({{gaps}})',
    'draft.full': ':white_check_mark: No gaps. Read it through, then send it to review.',
    'draft.between': ', ',
    'draft.short.draft': ':memo: {{mark}}Postmortem: draft',
    'draft.short.in_review': ':memo: {{mark}}Postmortem: in review',
    'draft.short.approved': ':memo: {{mark}}Postmortem: approved',
    'draft.short.published': ':memo: {{mark}}Postmortem: published',
    'draft.short.waived': ':memo: {{mark}}Postmortem: waived',
    'ask.intro': ':memo: {{mark}}One question for the postmortem of {{channel}}.',
    'ask.intro.mini': ':memo: {{mark}}A short postmortem of {{channel}}, please.',
    'ask.intro.passed': ':memo: {{mark}}About the postmortem of {{channel}}: {{who}} says you know this.',
    'ask.question': '*{{question}}*',
    'ask.words': 'A sentence is enough. “I don’t know” is an answer, too.',
    'ask.words.mini': 'It takes about three minutes. Leave empty what you don’t know.',
    'settled.answered': ':white_check_mark: {{question}} ({{channel}}): answered, thank you.',
    'settled.unknown': ':memo: {{question}} ({{channel}}): not known. Asking someone else.',
    'settled.passed': ':memo: {{question}} ({{channel}}): asking {{who}}. Thank you.',
    'settled.withdrawn': ':memo: {{question}} ({{channel}}): no longer needs an answer.',
    'settled.secret': ':memo: This question no longer needs an answer.',
  },
})

export const waitTexts = defineTexts('home', {
  ja: {
    'waiting.question': ':speech_balloon: {{where}} {{question}}（{{title}}）',
  },
  en: {
    'waiting.question': ':speech_balloon: {{where}} {{question}} ({{title}})',
  },
})
