import { defineTexts } from '../../kit/words/words.ts'

export const texts = defineTexts({
  ja: {
    title: 'API の説明',
    lead: 'このボットの HTTP API です。項目の説明は英語です。',
    file: 'OpenAPI 3.1 の文書',
    query: '指定できるもの',
    body: '本文',
    answers: '答え',
    needed: '必須',
  },
  en: {
    title: 'API reference',
    lead: 'The HTTP API of this bot.',
    file: 'The OpenAPI 3.1 document',
    query: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    needed: 'required',
  },
})
