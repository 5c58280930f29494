import type { Locale } from '../../kit/i18n/index.ts'
import { type ListName, lists } from './directory.ts'
import { type DirectoryTextKey, texts } from './texts.ts'

/** That a list cannot be read, why, and what people can do: one sentence. `unread` is the list with Slack's word. */
export function unreadWords(unread: `${ListName}:${string}`, locale: Locale): string {
  const t = texts.in(locale)
  const [list, error] = split(unread)
  const key = `why.${error}`
  const why = key in texts.ja ? t(key as DirectoryTextKey) : t('why.other', { error })
  return t(`unread.${list}`, { why })
}

function split(unread: `${ListName}:${string}`): [ListName, string] {
  const list = lists.find((each) => unread.startsWith(`${each}:`)) ?? 'people'
  return [list, unread.slice(list.length + 1)]
}
