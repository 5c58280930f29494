import { asMessage, type MessageContent, section, textMessage } from '../../kit/block-kit/index.ts'
import { defineTexts, type Locale } from '../../kit/i18n/index.ts'
import type { Command } from '../../rooms/faces/index.ts'
import { downloadLink, downloadMs } from '../../rooms/publishing/index.ts'

const texts = defineTexts('commands.download', {
  ja: {
    label: 'ポストモーテムをダウンロード',
    link: ':arrow_down: <{{url}}|ポストモーテムをダウンロード>（Markdown、{{minutes}}分間有効）\nリンクを知る人は誰でも開けます。渡す相手に気をつけてください。',
    said: 'ポストモーテムのダウンロードリンクです。',
    none: 'ダウンロードの準備ができていません。環境変数 `SSSBOT_URL` にボットの URL を入れるよう、管理者に頼んでください。それまでは、メニューの「ポストモーテム」から全文を読めます。',
  },
  en: {
    label: 'Download the postmortem',
    link: ':arrow_down: <{{url}}|Download the postmortem> (Markdown, good for {{minutes}} min)\nWhoever has the link can open it: be careful who you share it with.',
    said: 'A link to download the postmortem.',
    none: 'Downloads are not set up: ask an administrator to set `SSSBOT_URL` to the bot’s URL. Until then, read the full text in Slack, under “Postmortem” in the menu.',
  },
})

/** The document as a file, by a link that only whoever asks sees. */
export const downloadPostmortemCommand: Command = {
  verb: 'download-postmortem',
  label: (locale) => texts.in(locale)('label'),
  spoken: {
    ja: ['ポストモーテムをダウンロードする', 'ダウンロード', 'Markdown', 'ポストモーテムのファイル'],
    en: ['download', 'download postmortem', 'markdown', 'export postmortem'],
    shows: true,
  },
  offered: ({ learning }) => learning.postmortem.draftedAt !== null,
  async run(world, { incidentId }, { locale }) {
    return linkMessage(downloadLink(world, incidentId), locale)
  },
}

/** The link; or, without one, whom to ask for it. */
function linkMessage(url: string | undefined, locale: Locale): MessageContent {
  const t = texts.in(locale)
  if (!url) return textMessage(t('none'))
  // The notification says no address, so that nothing but the person opens it.
  return asMessage([t('said')], [section(t('link', { url, minutes: downloadMs / 60_000 }))])
}
