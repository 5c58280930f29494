import * as deed from './deeds.ts'
import type { Diary } from './diary.ts'
import * as learning from './learning.ts'
import type { Cast } from './story.ts'

const day = 24 * 3_600_000
const dayOf = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)

/** What follows from 復旧 on: TODOs, the postmortem as good as it became, action items late and done, 完了 and the archive. */
export function learn(diary: Diary, cast: Cast, recoveredAt: Date, until: Date): void {
  const { chance, plot, handler, responders, say } = cast
  const { trouble, kind, level } = plot
  const later = (days: number) => new Date(Math.min(until.getTime(), recoveredAt.getTime() + days * day))
  const before = (minutes: number) => new Date(recoveredAt.getTime() - minutes * 60_000)
  const todo = { by: handler, at: before(8), owner: chance.pick(responders), words: say(trouble.todo) }
  const isDone = chance.happens(0.92)
  learning.addTodo(diary, 1, { ...todo, doneAt: isDone ? later(0.5) : null })
  const owes = kind === 'real' && level !== 'level1'
  const owner = owes ? handler : null
  deed.recover(diary, handler, recoveredAt, { owner, due: owner ? dayOf(later(7)) : null })
  if (owes) document(diary, cast, owner ?? handler, later)
  deed.complete(diary, handler, later(2), isDone ? [] : [{ what: 'todos', count: 1 }], plot.words.waiver)
  if (recoveredAt.getTime() + 5 * day < until.getTime()) deed.archive(diary, later(5))
}

/** Good ones are whole and published, bad ones have gaps or were never written. */
function document(diary: Diary, cast: Cast, owner: string, later: (days: number) => Date): void {
  const { chance, plot, responders, say } = cast
  learning.draft(diary, new Date(later(0).getTime() + 1000))
  const isGood = plot.isFamous || chance.happens(0.55)
  const isPoor = !isGood && chance.happens(0.5)
  if (!isGood && !isPoor) return
  const sections = isGood
    ? (['affected', 'cause', 'trigger', 'detection', 'resolution', 'well', 'wrong', 'lucky'] as const)
    : (['cause', 'resolution'] as const)
  for (const [n, section] of sections.entries())
    learning.write(diary, section, say(plot.trouble.postmortem[section]), owner, later(1 + n * 0.01))
  for (const [n, [title, kind]] of plot.trouble.actions.entries()) {
    const isDone = chance.happens(0.7)
    const due = later(chance.between(14, 90))
    const done = later(chance.between(5, 120))
    learning.addAction(diary, n + 1, {
      by: owner,
      at: later(1.5),
      title: say(title),
      kind,
      owner: isGood || chance.happens(0.5) ? chance.pick(responders) : null,
      dueOn: isGood ? dayOf(due) : null,
      doneAt: isDone ? done : null,
    })
  }
  if (isGood) learning.publish(diary, owner, later(6), `https://wiki.example.com/postmortems/${diary.incident.id}`)
}
