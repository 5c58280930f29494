import { channelLink, listed, person, section } from '../../kit/block-kit/index.ts'
import { moveChannel } from '../../rooms/assembly/index.ts'
import { type Command, doing, isToBeMoved, verbForm } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'

/** More than these nobody reads, and a section has 3,000 characters. */
const mostNamed = 40

/** Into a private channel of the bot's making, where nobody converts the public one. What stays readable is told before it is sent. */
export const moveChannelCommand: Command = {
  ...doing(moveChannel),
  label: (locale) => texts.in(locale)('label.move-channel'),
  spoken: {
    ja: ['非公開のチャンネルへ移す', '非公開チャンネルに移る', 'チャンネルを移す', 'チャンネルを引っ越す'],
    en: ['move to a private channel', 'move channel', 'move the channel', 'private channel'],
  },
  offered: isToBeMoved,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.move-channel'), submit: t('submit.move-channel') }
    const people = listed([...new Set(situation.knowers.map(({ userId }) => userId))], mostNamed, {
      each: person,
      more: (count) => t('visibility.losing.more', { count }),
    })
    const { channelId, name } = situation.channel
    const channel = channelId ? channelLink(channelId) : name
    return verbForm('move-channel', { situation, voice }, words, [
      section(t('move.makes', { people })),
      section(t('move.cleans', { channel })),
      section(t('move.stays', { channel })),
      section(t('move.instead')),
    ])
  },
}
