import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('sessions', {
  ja: {
    link: ':key: *ダッシュボードへのサインイン*\nいまサインインしようとしているブラウザーで、5分以内に開いてください。1回だけ使えます。\n<{{address}}|サインインする>',
    'link.not-you': '心当たりがなければ、何もしないでください。開かなければ誰もサインインできません。',
  },
  en: {
    link: ':key: *Sign in to the dashboard*\nOpen this within 5 minutes, in the browser where you are signing in. It works once.\n<{{address}}|Sign in>',
    'link.not-you': 'If you did not ask for this, do nothing: no one is signed in unless you open it.',
  },
})
