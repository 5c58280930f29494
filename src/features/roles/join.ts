import { join } from '../../rooms/assembly/index.ts'
import { type Command, doing, joinedMessage, whileOpen } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'

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
