import {
  actions,
  channelLink,
  context,
  escapeText,
  type MessageContent,
  person,
  section,
  textMessage,
} from '../../kit/block-kit/index.ts'
import { controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import { publicTitle, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

const where = ({ channel }: Situation): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${escapeText(channel.name)}`

/** To the one who leads: the bot is out of the channel, and how it comes back. */
export function botLeftMessage(situation: Situation, by: string | null, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { channel, incident } = situation
  const head = t('left', { channel: where(situation), title: publicTitle(incident, voice) })
  const next = t(channel.isPrivate ? 'left.private' : 'left.public')
  const who = by ? [t('left.by', { who: person(by) })] : []
  return {
    text: [head, next, ...who].join('\n'),
    blocks: [
      section(`${head}\n${next}`),
      ...(channel.isPrivate ? [] : [actions(controlsBlockId(incident.id), [verbButton('bring-back', voice)])]),
      ...(who.length > 0 ? [context(...who)] : []),
    ],
  }
}

/** To the one who reopened: only a person can bring the channel back from the archive. */
export function unarchiveMessage(situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const head = t('unarchive', { channel: where(situation), title: publicTitle(situation.incident, voice) })
  const next = t(situation.channel.isPrivate ? 'unarchive.private' : 'unarchive.public')
  return textMessage(`${head}\n${next}`)
}
