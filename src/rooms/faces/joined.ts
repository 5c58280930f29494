import { channelLink, escapeText, type MessageContent, textMessage } from '../../kit/block-kit/index.ts'
import type { IncidentChannel } from '../channel/index.ts'
import type { Voice } from '../situation/index.ts'
import { linkedTexts, texts } from './joined-texts.ts'

/** Where somebody who joins goes on. */
export function joinedMessage(channel: Pick<IncidentChannel, 'channelId' | 'name'>, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const text = channel.channelId
    ? t('joined', { channel: channelLink(channel.channelId) })
    : t('joined.soon', { name: escapeText(channel.name) })
  return textMessage(text)
}

/** That people of other companies read what is told in the place that somebody linked. */
export const linkedOutsideWords = ({ locale }: Pick<Voice, 'locale'>): string =>
  linkedTexts.in(locale)('linked.outside')
