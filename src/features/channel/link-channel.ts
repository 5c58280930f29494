import { channelInput, input, section, textInput, textMessage } from '../../kit/block-kit/index.ts'
import { linkChannel } from '../../rooms/assembly/index.ts'
import { type Command, doing, linkedOutsideWords, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'

export const linkChannelCommand: Command = {
  ...doing(linkChannel, undefined, ({ isForOutsiders }, { voice }) =>
    isForOutsiders ? textMessage(linkedOutsideWords(voice)) : undefined,
  ),
  label: (locale) => texts.in(locale)('label.link-channel'),
  spoken: {
    ja: [
      '周知先を足す',
      '周知先',
      '周知先を追加する',
      '別のチャンネルに知らせる',
      'ほかのチャンネルに知らせる',
      'チャンネルにも知らせる',
      'スレッドをつなぐ',
      'チャンネルをつなぐ',
      '周知する',
    ],
    en: [
      'notify another channel',
      'tell another channel',
      'link',
      'link channel',
      'link thread',
      'announce elsewhere',
      'broadcast',
      'tell channel',
      'add channel',
      'notify channel',
    ],
    fills: { text: 'thread' },
  },
  offered: (situation) => whileOpen(situation) && situation.incident.visibility === 'public',
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm(
      'link-channel',
      { situation, voice },
      { title: t('title.link-channel'), submit: t('submit.link-channel') },
      [
        section(t('tells.link-channel')),
        input({
          id: 'channel',
          label: t('field.channel'),
          hint: t('hint.channel'),
          optional: true,
          element: channelInput(),
        }),
        input({
          id: 'thread',
          label: t('field.thread'),
          hint: t('hint.thread'),
          optional: true,
          element: textInput({ max: 500, placeholder: 'https://….slack.com/archives/…' }),
        }),
      ],
    )
  },
}
