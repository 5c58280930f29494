import { channelInput, input, section, textInput, textMessage } from '../../../kit/block-kit/index.ts'
import { linkChannel } from '../../assembly/index.ts'
import { type Command, doing, verbForm, whileOpen } from '../../faces/index.ts'
import type { Voice } from '../../situation/index.ts'
import { texts } from './texts.ts'

/** That people of other companies read what is told in the place that somebody linked. */
export const linkedOutsideWords = ({ locale }: Pick<Voice, 'locale'>): string => texts.in(locale)('linked.outside')

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
