import { defineTexts } from '../../kit/i18n/index.ts'

export const texts = defineTexts('broadcast', {
  ja: {
    'announce.incident.type_set': ':label: *種類を「{{to}}」にしました* （変更前: {{from}}）',
    'announce.incident.kind_set': ':performing_arts: *{{from}}から{{to}}に切り替えました*',
    'announce.incident.visibility_set': ':lock: *公開範囲を「{{to}}」にしました* （変更前: {{from}}）',
    'announce.incident.times_edited': ':clock3: *時刻を直しました*',
    'announce.hidden': ':lock: {{mark}}このインシデントは *非公開* になりました。ここに知らせた内容は消しました。',
    'detail.kind.real': 'これは訓練ではありません。ここからは本番の規則で、必要な人と周知先に知らせます。',
    'detail.kind.practice': 'これは本番ではありません。対応を急ぐ必要はありません。',
    'detail.convert':
      'チャンネル自体を非公開にすることは、ボットにはできません。 *どなたか、チャンネルの設定から非公開に変えてください。* それまでは誰でも中を読めます。',
    'detail.still-closed': 'チャンネルそのものは非公開のままです。開くかどうかは、チャンネルの設定から人が決めます。',
    'detail.time': '{{what}}: {{from}} → {{to}}',
  },
  en: {
    'announce.incident.type_set': ':label: *Type set to {{to}}* (was: {{from}})',
    'announce.incident.kind_set': ':performing_arts: *Changed from {{from}} to {{to}}*',
    'announce.incident.visibility_set': ':lock: *Visibility set to {{to}}* (was: {{from}})',
    'announce.incident.times_edited': ':clock3: *Times were corrected*',
    'announce.hidden': ':lock: {{mark}}This incident is *private* now. What was posted about it here has been removed.',
    'detail.kind.real':
      'This is not a drill. From now on the rules for real incidents apply, and everyone needed is notified.',
    'detail.kind.practice': 'This is not a real incident. There is no need to hurry.',
    'detail.convert':
      'The bot cannot make the channel itself private. *Please do it in the channel’s settings.* Until then anyone can read it.',
    'detail.still-closed': 'The channel itself stays private. Whether to open it is up to you, in its settings.',
    'detail.time': '{{what}}: {{from}} → {{to}}',
  },
})
