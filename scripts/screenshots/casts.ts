/** Who plays in the pictures of one language, and what they say. */
export type Cast = {
  locale: 'ja' | 'en'
  browserLocale: string
  channelName: string
  declarer: string
  handler: string
  reader: string
  call: string
  formTitle: string
  declare: string
  service: string
  summary: string
  reason: string
  impact: string
  update: { condition: string; action: string }
  /** Letters that a summary in their language has. */
  ownLetters: RegExp
  words: readonly (readonly [who: string, text: string])[]
}

export const casts: readonly Cast[] = [
  {
    locale: 'ja',
    browserLocale: 'ja-JP',
    channelName: 'サービスa',
    declarer: 'yamamoto',
    handler: 'sato',
    reader: 'nakamura',
    call: '「ログインできない」というお問い合わせが増えています',
    formTitle: 'インシデントを宣言する',
    declare: '宣言する',
    service: 'サービスA',
    summary: '管理画面にログインできないというお問い合わせが増えている',
    reason: 'ログインがすべて失敗している',
    impact: '管理画面の全利用者がログインできない。公開サイトの表示に影響はない',
    ownLetters: /[ぁ-ん]/,
    update: { condition: '認証サーバーの接続数が上限に達している', action: '設定を戻し、順に再起動している' },
    words: [
      ['tanaka', '認証サーバーの接続数が上限に達しています。まず再起動します。'],
      ['yamamoto', 'お問い合わせは 12 件になりました。お客様には調査中とお伝えしています。'],
    ],
  },
  {
    locale: 'en',
    browserLocale: 'en-GB',
    channelName: 'service-a',
    declarer: 'carol',
    handler: 'alice',
    reader: 'bob',
    call: 'more and more customers say that they cannot sign in',
    formTitle: 'Declare an incident',
    declare: 'Declare',
    service: 'Service A',
    summary: 'More and more customers say that they cannot sign in to the console',
    reason: 'Every sign-in fails',
    impact: 'Nobody can sign in to the console. The public site is not affected',
    ownLetters: /^[\w\s.,’'-]+$/,
    update: { condition: 'Every sign-in fails since the last release', action: 'Rolling that release back' },
    words: [
      ['carol', 'I see 500s on every sign-in. They began with the last release.'],
      ['alice', 'Rolling that release back now, three minutes.'],
    ],
  },
]
