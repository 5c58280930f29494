import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('api', {
  ja: {
    unauthorized: 'トークンがないか、違います。Authorization: Bearer に SSSBOT_API_TOKEN の値を入れてください。',
    'not-found': '見つかりません。',
    'body-too-large': '本文が大きすぎます（64 KiB まで）。',
    'body-not-json': '本文を JSON として読めません。',
    invalid: '「{{field}}」の値を使えません。docs/api.ja.md にある形で書いてください。',
    'actor-unknown':
      'actor で指した人が見つかりません。Slack のユーザー ID・ハンドル・メールアドレスのどれかで書いてください。',
    'actor-deactivated': 'actor で指した人は Slack で無効になっています。ほかの人の名前で宣言してください。',
    'idempotency-key-invalid': 'Idempotency-Key は、空白のない ASCII 文字 1〜200 字で書いてください。',
    'idempotency-key-reused':
      'この Idempotency-Key では、別の内容を宣言済みです。新しい件には新しいキーを使ってください。',
    internal: '処理できませんでした。同じ Idempotency-Key でもう一度送れば、二重にはなりません。',
  },
  en: {
    unauthorized: 'The token is missing or wrong. Send the value of SSSBOT_API_TOKEN as Authorization: Bearer.',
    'not-found': 'There is nothing here.',
    'body-too-large': 'The body is too large (64 KiB at most).',
    'body-not-json': 'The body cannot be read as JSON.',
    invalid: 'The value of “{{field}}” cannot be used. Write it as docs/api.md says.',
    'actor-unknown': 'The person named by actor is not found. Write a Slack user id, a handle or an e-mail address.',
    'actor-deactivated': 'The person named by actor is deactivated in Slack. Declare it in somebody else’s name.',
    'idempotency-key-invalid': 'Write the Idempotency-Key as 1 to 200 ASCII characters without spaces.',
    'idempotency-key-reused':
      'With this Idempotency-Key something else was declared. Take a new key for a new incident.',
    internal: 'That did not work. Sent again with the same Idempotency-Key it is not declared twice.',
  },
})
