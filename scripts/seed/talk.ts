import type { Chance } from './chance.ts'
import type { Diary } from './diary.ts'
import { filled } from './plot.ts'
import { mark, say } from './record.ts'
import type { Cast } from './story.ts'

/** What people say from the declaration to 復旧, some of it in threads and some marked; `length` in minutes. */
export function talk(diary: Diary, { chance, plot, responders, say: fill }: Cast, length: number): void {
  const { trouble, words, declaredAt, messages } = plot
  let thread: string | null = null
  for (let n = 0; n < messages; n++) {
    const at = new Date(declaredAt.getTime() + 60_000 + ((length * 60_000 - 60_000) * n) / messages)
    const by = chance.pick(responders)
    // What matters is said in its order, among the rest.
    const nth = Math.floor((n * trouble.says.length) / messages)
    const isTelling = n === Math.floor((nth * messages) / trouble.says.length) + Math.min(2, Math.floor(messages / 9))
    const text = isTelling ? fill(trouble.says[nth] ?? '') : filled(chance.pick(words.chatter), details(chance))
    const isAnswer = thread !== null && !isTelling && chance.happens(0.25)
    const ts = say(diary, plot.n * 7 + n, { by, at, words: text, thread: isAnswer ? thread : null })
    if (isTelling || chance.happens(plot.isFamous ? 0.04 : 0.02)) {
      const marked = new Date(at.getTime() + 20_000)
      mark(diary, { ts, author: by }, { by: chance.pick(responders), at: marked, kind: 'timeline', emoji: 'pushpin' })
      thread = ts
    }
  }
}

/** Numbers and names that few messages share. */
const details = (chance: Chance) => ({
  n: String(chance.between(3, 97)),
  id: chance.between(0, 0xffffff).toString(16).padStart(6, '0'),
  host: `${chance.pick(['web', 'api', 'db', 'batch', 'cache'])}-${chance.between(1, 400)}`,
})
