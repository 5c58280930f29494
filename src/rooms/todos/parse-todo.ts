import { longestBox } from './todo.ts'

/** What a message says is to be done. `words` is Slack's text without what was read out of it. */
export type ParsedTodo = {
  words: string
  owner: string | null
  minutes: number | null
  /** Who was named and cannot do it, where nobody else was. */
  refused?: string
}

/** `TODO:` in any case, wide or narrow; without a colon only as people write it on purpose. Bold and list marks may stand before. */
const wide = /^[\s*_•・-]*[ＴTｔt][ＯOｏo][ＤDｄd][ＯOｏo][*_]*\s*[:：][*_]*\s*/u
const bare = /^[\s*_•・-]*(?:TODO|ToDo|ＴＯＤＯ)\s+/u

/** What follows where somebody talks about TODOs: "TODO は残り2件", "TODO list"; a verb may begin like a particle: "TODO とめる". */
const talksOn =
  /^(?:[はがをのもにでとへや](?![ぁ-ん])|は(?:どこ|まだ|もう|ない|なし|ある|これ|この|その|すべて|あと|いくつ)|って|から|まで|より|リスト|一覧|(?:list|items?|app|is|are|was|were|has|have|for|in|on|of|by)\b)/iu

/** A line that is a task of its own under another: it names who does it, or stands in a list. */
const named = /^[\s*_•・-]*<@[UW][A-Z0-9]+/u
const listed = /^\s*(?:[•・*-]|[0-9]{1,2}[.)])\s*/u

const mention = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/gu
const unit = '(?:m|mins?|minutes?|分|h|hrs?|hours?|時間)'
const before = '(?:^|[\\s　(（\\[「、,:：])'
const boxAtEnd = new RegExp(`${before}([0-9０-９]{1,4})[ 　]?(${unit})(?:以内|以内に|で|間)?[\\s)）\\]」。.]*$`, 'iu')
const boxAtStart = new RegExp(`^([0-9０-９]{1,4})[ 　]?(${unit})(?:以内に|以内|で)?[\\s　、,:：]+`, 'iu')

/** As many tasks as one message may say; what is pasted has more lines than anybody can do. */
const mostTasks = 20

/**
 * Reads what a message says is to be done, one task a line that begins with `TODO:`; none of any other message. A line after it goes on with it, but
 * for one that names who does it; under a `TODO:` that says nothing, each line of a list is a task. Nothing within a code block is one.
 */
export function parseTodos(text: string, unable: ReadonlySet<string> = new Set()): ParsedTodo[] {
  const tasks: { words: string; isHead: boolean }[] = []
  let fenced = false
  for (const line of text.split('\n')) {
    const opens = line.split('```').length % 2 === 0
    const start = fenced ? undefined : startOf(line)
    const last = tasks.at(-1)
    if (start !== undefined) tasks.push({ words: line.slice(start), isHead: line.slice(start).trim() === '' })
    else if (last && !fenced && (named.test(line) || (last.isHead && listed.test(line)))) {
      tasks.push({ words: line.replace(listed, ''), isHead: last.isHead })
    } else if (last) last.words += `\n${line}`
    if (opens) fenced = !fenced
  }
  return tasks.flatMap(({ words }) => parseTask(words, unable) ?? []).slice(0, mostTasks)
}

/** Whether a message says that something is to be done. */
export const saysTask = (text: string): boolean => parseTodos(text).length > 0

/** Where in a line the words of a task begin. */
function startOf(line: string): number | undefined {
  const colon = wide.exec(line)
  if (colon) return colon[0].length
  const start = bare.exec(line)?.[0].length
  if (start === undefined) return undefined
  const rest = line.slice(start).trim()
  return talksOn.test(rest) || /[?？]$/u.test(rest) ? undefined : start
}

/**
 * Reads what is to be done, by whom and within which time, out of any words. It is for the first person named who is not `unable`;
 * where all who are named are, for nobody.
 */
export function parseTask(text: string, unable: ReadonlySet<string> = new Set()): ParsedTodo | undefined {
  const named = peopleNamed(text)
  const owner = named.find((each) => !unable.has(each)) ?? null
  const refused = owner ? null : (named[0] ?? null)
  const outer = [...named.slice(0, owner ? named.indexOf(owner) : 1), ...(owner ? [owner] : [])]
  const withoutNames = (words: string) => outer.reduce(withoutOuterMention, words)
  let words = withoutNames(text.trim())
  let minutes: number | null = null
  for (const pattern of [boxAtEnd, boxAtStart]) {
    const found = pattern.exec(words)
    const length = found ? minutesIn(found[1] ?? '', found[2] ?? '') : null
    if (!found || length === null) continue
    minutes = length
    words = (words.slice(0, found.index) + words.slice(found.index + found[0].length)).trim()
    break
  }
  words = withoutNames(words)
  return words === '' ? undefined : { words, owner, minutes, ...(refused ? { refused } : {}) }
}

/** Who is named in words, in order, each once. */
export const peopleNamed = (text: string): string[] => [
  ...new Set([...text.matchAll(mention)].flatMap(([, id]) => id ?? [])),
]

/** A name before or after the words is the owner and is taken off; within them it stays. */
function withoutOuterMention(words: string, owner: string): string {
  const name = `<@${owner}(?:\\|[^<>]*)?>`
  return words
    .replace(new RegExp(`^${name}(?:さん|様)?[\\s　:：、,]*`, 'u'), '')
    .replace(new RegExp(`(?<![\\s　])[\\s　]*${name}(?:さん|様)?$`, 'u'), '')
    .trim()
}

/** A length in minutes; null when it is none, or longer than a day. */
function minutesIn(digits: string, unit: string): number | null {
  const count = Number(digits.normalize('NFKC'))
  const minutes = /^(?:h|時間)/iu.test(unit) ? count * 60 : count
  return minutes >= 1 && minutes <= longestBox ? minutes : null
}
