import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('api', {
  ja: {
    unauthorized:
      'トークンがないか、違うか、もう使えません。Authorization: Bearer に、使えるトークンを入れてください。',
    'origin-foreign': 'この操作は、ダッシュボードのページからだけ行えます。',
    'display-only': 'このトークンは大画面の表示専用です。ほかの用途には、別のトークンを作ってください。',
    'not-found': '見つかりません。',
    'too-many-calls': 'このトークンの呼び出しが多すぎます。{{seconds}} 秒後にもう一度送ってください。',
    'body-too-large': '本文が大きすぎます（64 KiB まで）。',
    'body-not-json': '本文を JSON として読めません。',
    invalid: '「{{field}}」の値を使えません。docs/api.ja.md にある形で書いてください。',
    'actor-unknown':
      '{{field}} で指した人が見つかりません。Slack のユーザー ID・ハンドル・メールアドレスのどれかで書いてください。',
    'actor-deactivated': '{{field}} で指した人は Slack で無効になっています。ほかの人を書いてください。',
    'actor-not-allowed':
      'このトークンでは actor に人を書けません。actor を外すか、人を書けるトークンを使ってください。',
    'idempotency-key-invalid': 'Idempotency-Key は、空白のない ASCII 文字 1〜200 字で書いてください。',
    'idempotency-key-reused':
      'この Idempotency-Key では、別の内容を送信済みです。別の内容には新しいキーを使ってください。',
    'title.400': '読めない値があります',
    'title.401': 'トークンが必要です',
    'title.403': '権限がありません',
    'title.404': '見つかりません',
    'title.409': 'ほかの呼び出しと合いません',
    'title.413': '大きすぎます',
    'title.422': 'いまはできません',
    'title.429': '呼び出しが多すぎます',
    'title.500': '処理できませんでした',
    internal: '処理できませんでした。同じ Idempotency-Key でもう一度送れば、二重にはなりません。',
  },
  en: {
    unauthorized: 'The token is missing, wrong, or no longer valid. Send one that holds as Authorization: Bearer.',
    'origin-foreign': 'Where a browser is signed in, only pages of the dashboard change anything.',
    'display-only': 'This token is for a wall screen alone. Make another one for anything else.',
    'not-found': 'There is nothing here.',
    'too-many-calls': 'This token calls too often. Send it again in {{seconds}} s.',
    'body-too-large': 'The body is too large (64 KiB at most).',
    'body-not-json': 'The body cannot be read as JSON.',
    invalid: 'The value of “{{field}}” cannot be used. Write it as docs/api.md says.',
    'actor-unknown':
      'The person named by {{field}} is not found. Write a Slack user id, a handle or an e-mail address.',
    'actor-deactivated': 'The person named by {{field}} is deactivated in Slack. Name somebody else.',
    'actor-not-allowed': 'This token may not name people. Leave actor out, or use a token that may name people.',
    'idempotency-key-invalid': 'Write the Idempotency-Key as 1 to 200 ASCII characters without spaces.',
    'idempotency-key-reused': 'With this Idempotency-Key something else was sent. Take a new key for something new.',
    'title.400': 'Something cannot be read',
    'title.401': 'A token is needed',
    'title.403': 'Not allowed',
    'title.404': 'Not found',
    'title.409': 'At odds with another call',
    'title.413': 'Too large',
    'title.422': 'That cannot be done now',
    'title.429': 'Too many calls',
    'title.500': 'It did not work',
    internal: 'That did not work. Sent again with the same Idempotency-Key it is not done twice.',
  },
})
