import type { Line } from '../src/rooms/assistant/index.ts'
import type { Case } from './case.ts'

/** What people and apps say while they wait, by language. `#` becomes a number. */
const chatter = {
  ja: [
    'watanabe:見てます',
    'kato:了解です',
    'mori:会議から戻りました、ログ追います',
    'watanabe:ありがとうございます！',
    'ito:コーヒー買ってきます',
    'grafana (app):[INFO] dashboard snapshot # saved',
    'kato:いまのところこちらは変化なしです',
    'mori:ほかのチームにも聞いてみます',
    'yamada:入りました、上から読みます',
    'deploybot (app):build ##42 passed on feature branch',
    'ito:🙏',
    'watanabe:さっきのグラフ貼れますか？',
    'kato:貼りました',
    'yamada:ホワイトボードに書いておきます',
  ],
  en: [
    'wes:looking',
    'kim:ok thanks',
    'mo:back from a meeting, reading up',
    'wes:thanks!',
    'ivy:grabbing coffee',
    'grafana (app):[INFO] dashboard snapshot # saved',
    'kim:nothing new on my side so far',
    'mo:asking the other team',
    'yan:joined, scrolling up',
    'deploybot (app):build ##42 passed on feature branch',
    'ivy:🙏',
    'wes:can you paste that graph?',
    'kim:done',
    'yan:putting it on the whiteboard',
  ],
}

/** So many messages of chatter as the case asks for, the same at each run, spread over its conversation. */
export function fillerAt(given: Case, lines: readonly Line[]): Line[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || given.filler === 0) return []
  const words = chatter[given.language]
  const step = (last.saidAt.getTime() - first.saidAt.getTime()) / given.filler
  return Array.from({ length: given.filler }, (_, n): Line => {
    const [name = '', said = ''] = (words[(n * 7) % words.length] ?? '').split(/:(.*)/u)
    const saidAt = new Date(Math.round(first.saidAt.getTime() + n * step) + 500)
    const ts = `${Math.floor(saidAt.getTime() / 1000)}.${String(500_000 + n).padStart(6, '0')}`
    return {
      channelId: first.channelId,
      ts,
      threadTs: null,
      author: `U0${name}`,
      authorName: name.replace(' (app)', ''),
      byApp: name.endsWith('(app)'),
      words: said.replaceAll('#', String(n)),
      permalink: null,
      saidAt,
      marks: [],
    }
  })
}
