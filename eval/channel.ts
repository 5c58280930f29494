import type { Line } from '../src/rooms/assistant/index.ts'
import type { Case } from './case.ts'
import { fillerAt } from './filler.ts'
import { momentOf } from './moment.ts'
import { CaseProblem } from './read.ts'

/** `14:02 📌💡 > sato (app): words`: marks, a reply to the last message that is none, an app. */
const head =
  /^(\d{1,2}:\d{2})\s{1,4}((?:📌|💡|✅|❓|☑️|☑){0,8})\s{0,3}(>?)\s{0,3}([^:：()（）]{1,40}?)\s{0,3}(\((?:app|bot)\))?\s{0,3}[:：]\s?(.*)$/u

const meanings = { '📌': 'timeline', '💡': 'action', '✅': 'done', '❓': 'hypothesis', '☑': 'todo' } as const

/** The messages of a case, in the order in which they were said. A line that begins no message goes on with the one before. */
export function linesOf(given: Case): Line[] {
  const lines: Line[] = []
  let root: string | null = null
  for (const text of given.channel.split('\n')) {
    const found = head.exec(text)
    if (!found) {
      const last = lines.at(-1)
      if (!last) {
        if (text.trim() === '') continue
        throw new CaseProblem(
          `${given.name}: the channel begins with “${text}”, not with a time and a name (14:02 sato: …)`,
        )
      }
      lines[lines.length - 1] = { ...last, words: `${last.words}\n${text.trim()}`.trimEnd() }
      continue
    }
    const [, time = '', marks = '', reply, name = '', app, words = ''] = found
    const saidAt = new Date(momentOf(given, time).getTime() + lines.length)
    const ts = (saidAt.getTime() / 1000).toFixed(6)
    if (!reply) root = ts
    lines.push({
      channelId: 'C0CASE',
      ts,
      threadTs: reply ? root : null,
      author: app ? `B0${name}` : `U0${name}`,
      authorName: name,
      byApp: app !== undefined,
      words,
      permalink: `https://example.slack.com/archives/C0CASE/p${ts.replace('.', '')}`,
      saidAt,
      marks: Object.entries(meanings).flatMap(([emoji, kind]) => (marks.includes(emoji) ? [kind] : [])),
    })
  }
  return [...lines, ...fillerAt(given, lines)].toSorted((a, b) => a.saidAt.getTime() - b.saidAt.getTime())
}
