import { longestBox } from './todo.ts'

/** What a message says is to be done. `words` is Slack's text without what was read out of it. */
export type ParsedTodo = { words: string; owner: string | null; minutes: number | null }

/** `TODO:` in any case, wide or narrow; without a colon only as people write it on purpose. Bold and list marks may stand before. */
const wide = /^[\s*_•・-]*[ＴTｔt][ＯOｏo][ＤDｄd][ＯOｏo][*_]*\s*[:：][*_]*\s*/u
const bare = /^[\s*_•・-]*(?:TODO|ToDo|ＴＯＤＯ)\s+/u

const mention = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/u
const unit = '(?:m|mins?|minutes?|分|h|hrs?|hours?|時間)'
const before = '(?:^|[\\s　(（\\[「、,:：])'
const boxAtEnd = new RegExp(`${before}([0-9０-９]{1,4})[ 　]?(${unit})(?:以内|以内に|で|間)?[\\s)）\\]」。.]*$`, 'iu')
const boxAtStart = new RegExp(`^([0-9０-９]{1,4})[ 　]?(${unit})(?:以内に|以内|で)?[\\s　、,:：]+`, 'iu')

/** Reads a message that begins with `TODO:`; undefined for any other, and for one that says nothing after it. */
export function parseTodo(text: string): ParsedTodo | undefined {
  const start = wide.exec(text) ?? bare.exec(text)
  return start ? parseTask(text.slice(start[0].length)) : undefined
}

/** Reads what is to be done, by whom (the first person named) and within which time, out of any words. */
export function parseTask(text: string): ParsedTodo | undefined {
  const owner = mention.exec(text)?.[1] ?? null
  let words = withoutOuterMention(text.trim(), owner)
  let minutes: number | null = null
  for (const pattern of [boxAtEnd, boxAtStart]) {
    const found = pattern.exec(words)
    const length = found ? minutesIn(found[1] ?? '', found[2] ?? '') : null
    if (!found || length === null) continue
    minutes = length
    words = (words.slice(0, found.index) + words.slice(found.index + found[0].length)).trim()
    break
  }
  words = withoutOuterMention(words, owner)
  return words === '' ? undefined : { words, owner, minutes }
}

/** The owner's name before or after the words says whose it is; within them it stays. */
function withoutOuterMention(words: string, owner: string | null): string {
  if (!owner) return words
  const name = `<@${owner}(?:\\|[^>]*)?>`
  return words
    .replace(new RegExp(`^${name}(?:さん|様)?[\\s　:：、,]*`, 'u'), '')
    .replace(new RegExp(`[\\s　]*${name}(?:さん|様)?$`, 'u'), '')
    .trim()
}

/** A length in minutes; null when it is none, or longer than a day. */
function minutesIn(digits: string, unit: string): number | null {
  const count = Number(digits.normalize('NFKC'))
  const minutes = /^(?:h|時間)/iu.test(unit) ? count * 60 : count
  return minutes >= 1 && minutes <= longestBox ? minutes : null
}
