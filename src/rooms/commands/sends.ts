import { type Block, channelLink, section } from '../../kit/block-kit/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** Before anything is broadcast: exactly where it will go. */
export function sendsTo({ channel, channels }: Situation, { locale }: Voice): Block {
  const t = texts.in(locale)
  if (channels.length === 0) return section(t('sends.here'))
  const ids = [channel.channelId, ...channels.map((each) => each.channelId)]
  return section(t('sends.to', { channels: ids.flatMap((id) => (id ? [channelLink(id)] : [])).join(' ') }))
}
