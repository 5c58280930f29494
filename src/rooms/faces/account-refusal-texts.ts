import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('commands', {
  ja: {
    'refusal.view-name-taken':
      '「{{name}}」という絞り込みはすでに保存しています。別の名前にするか、先に削除してください。',
    'refusal.not-allowed':
      'あなたにはこの操作の権限がありません。権限は設定の access で決まっています。管理者に相談してください。',
    'refusal.person-needed': 'これは人がする操作です。人のトークンで、または actor に人を書いて送ってください。',
    'refusal.token-unknown':
      'そのトークンはありません。すでに無効になっているかもしれません。一覧を開き直してください。',
    'refusal.session-unknown':
      'そのサインインはありません。すでに終わっているかもしれません。一覧を開き直してください。',
    'refusal.link-gone': 'このリンクは使えません。もう一度サインインしてください。',
    'refusal.token-display':
      '大画面用のトークンには、持ち主も、人の名前で操作する権限も付けられません。どちらも外してください。',
    'refusal.view-unknown': 'その保存した絞り込みは見つかりません。一覧を開き直してください。',
    'refusal.views-full': '保存できるのは {{most}} 件までです。使わないものを削除してください。',
    'refusal.token-own': '自分のトークンでは、ほかの人の名前で操作できません。actor を外してください。',
  },
  en: {
    'refusal.view-name-taken':
      'You have saved a view “{{name}}” already. Give this one another name, or remove that one first.',
    'refusal.not-allowed':
      'You do not have the right to do this. Rights are set under access in the settings: ask an administrator.',
    'refusal.person-needed': 'Only a person can do this. Use a person’s token, or name a person as actor.',
    'refusal.token-unknown': 'There is no such token. It may have been revoked already: please open the list again.',
    'refusal.session-unknown': 'There is no such session. It may have ended already: please open the list again.',
    'refusal.link-gone': 'This link no longer works. Please sign in again.',
    'refusal.token-display':
      'A wall-screen token cannot belong to a person, or act in anyone’s name. Please leave out both.',
    'refusal.view-unknown': 'There is no such saved view. Please open the list again.',
    'refusal.views-full': 'You have {{most}} saved views. Remove one that you no longer need.',
    'refusal.token-own': 'With a token of your own you cannot act in someone else’s name. Please leave out actor.',
  },
})
