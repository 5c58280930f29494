import type { Reader } from '../../kit/db/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Settings } from '../settings/index.ts'
import { channelsByAnyName } from './store.ts'

/** In which language people read in a channel, by its id. */
export type LanguageAt = (channelId: string) => Locale

/** The language of each channel as the settings say it; the company's where they say none. */
export async function channelLanguages(
  reader: Reader,
  { language, channels }: Pick<Settings, 'language' | 'channels'>,
): Promise<LanguageAt> {
  const found = await Promise.all(
    Object.entries(channels.languages).map(async ([name, locale]) =>
      (await channelsByAnyName(reader, [name])).map(({ id }) => [id, locale] as const),
    ),
  )
  const known = new Map(found.flat())
  return (channelId) => known.get(channelId) ?? language
}
