import { defineTexts } from '../../kit/words/words.ts'

export const texts = defineTexts({
  ja: {
    title: 'サインイン中のブラウザー',
    lead: '見覚えのないものはサインアウトさせてください。すぐに使えなくなります。',
    person: '人',
    browser: 'ブラウザー',
    how: '方法',
    'how.slack': 'Slack でサインイン',
    'how.link': 'ダイレクトメッセージのリンク',
    opened: '開始',
    used: '最後に使った時刻',
    this: 'このブラウザー',
    end: 'サインアウト',
    'end.of': '{name} の「{browser}」をサインアウトさせる',
    unknown: '名前のないブラウザー',
  },
  en: {
    title: 'Signed-in browsers',
    lead: 'Sign out any browser that you do not recognise. It stops working at once.',
    person: 'Person',
    browser: 'Browser',
    how: 'How',
    'how.slack': 'Signed in with Slack',
    'how.link': 'Link in a direct message',
    opened: 'Since',
    used: 'Last used',
    this: 'This browser',
    end: 'Sign out',
    'end.of': 'Sign out “{browser}” of {name}',
    unknown: 'A browser without a name',
  },
})
