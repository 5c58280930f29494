import { type Block, channelLink, clip, listed, section } from '../../kit/block-kit/index.ts'
import type { NewFact } from '../facts/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import type { Beside } from './command.ts'
import { texts } from './texts.ts'

/** How many links a block's text always holds. */
const mostNamed = 100

/** Before anything is broadcast: exactly where it will go. */
export function sendsTo({ channel, channels }: Situation, { locale }: Voice): Block {
  const t = texts.in(locale)
  if (channels.length === 0) return section(t('sends.here'))
  const ids = [channel.channelId, ...channels.map((each) => each.channelId)].flatMap((id) => id ?? [])
  const named = listed(ids, mostNamed, { each: channelLink, more: (count) => t('sends.more', { count }) })
  return section(t('sends.to', { channels: named }))
}

/** And how it will read there, in the workspace's language. Nothing where nothing is announced. */
export function willRead(fact: NewFact, situation: Situation, voice: Voice, beside: Beside | undefined): Block[] {
  const { settings } = voice
  const told = beside?.foretell(fact, situation, beside.by, { settings, locale: settings.language })
  if (!told) return []
  const quoted = clip(told, 2000).replaceAll(/^/gm, '> ')
  return [section(texts.in(voice.locale)('foretold', { words: quoted }))]
}
