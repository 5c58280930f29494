import { channelLink, listed } from '../../kit/block-kit/index.ts'
import { type CardLines, moreThings } from '../../rooms/faces/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

/** The incidents that are one by now. */
export const mergedLines: CardLines = { warnings: { merged: mergeLinks } }

/** Where it goes on, and what goes on here. */
function mergeLinks({ merged }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const name = ({ channelId }: { channelId: string | null }) =>
    channelId ? channelLink(channelId) : t('merged.secret')
  const [first] = merged.from
  return [
    ...(merged.into ? [t('merged.into', { other: name(merged.into) })] : []),
    ...(first
      ? [
          t('merged.from', {
            others: listed(merged.from, 10, { each: name, more: (count) => moreThings(count, voice.locale) }),
          }),
        ]
      : []),
  ]
}
