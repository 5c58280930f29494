import { channelLink, escapeText, type MessageContent, textMessage } from '../../../kit/block-kit/index.ts'
import { join } from '../../assembly/index.ts'
import type { IncidentChannel } from '../../channel/index.ts'
import { type Command, doing, whileOpen } from '../../faces/index.ts'
import type { Voice } from '../../situation/index.ts'
import { texts } from './texts.ts'

/** Where somebody who joins goes on. */
export function joinedMessage(channel: Pick<IncidentChannel, 'channelId' | 'name'>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const text = channel.channelId
    ? t('joined', { channel: channelLink(channel.channelId) })
    : t('joined.soon', { name: escapeText(channel.name) })
  return textMessage(text)
}

export const joinCommand: Command = {
  ...doing(
    join,
    () => ({}),
    (channel, { voice }) => joinedMessage(channel, voice),
  ),
  label: (locale) => texts.in(locale)('label.join'),
  spoken: {
    ja: ['参加', '参加する', '入る', 'チャンネルに入る', 'チャンネルに参加する', '招待する', '招待して'],
    en: ['join', 'join channel', 'invite me', 'add me', 'let me in'],
  },
  offered: whileOpen,
}
