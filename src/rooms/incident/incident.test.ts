import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editSummary } from './edit-summary.ts'
import { declareInput, isOpen, mayMove, type Status, statuses } from './incident.ts'
import { recover } from './recover.ts'

/** The process as people know it, written out once more. */
const allowed = [
  'responding → recovered',
  'responding → cancelled',
  'responding → merged',
  'recovered → responding',
  'recovered → completed',
  'completed → responding',
  'cancelled → responding',
  'merged → responding',
]

describe('the way of an incident', () => {
  test('goes as the process says, and no other way', () => {
    const possible = statuses.flatMap((from) =>
      statuses.flatMap((to) => (mayMove(from, to) ? [`${from} → ${to}`] : [])),
    )
    expect(possible).toEqual(allowed)
  })

  test('never ends for good, and 完了 comes only after 復旧', () => {
    const step = fc.constantFrom<Status>(...statuses)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (wishes) => {
        const path: Status[] = ['responding']
        for (const wish of wishes) if (mayMove(path.at(-1) ?? wish, wish)) path.push(wish)
        const last = path.at(-1) ?? 'responding'
        expect(last === 'responding' || mayMove(last, 'responding')).toBe(true)
        for (const [at, status] of path.entries()) if (status === 'completed') expect(path[at - 1]).toBe('recovered')
      }),
    )
  })

  test('somebody may have to act until it is over', () => {
    expect(statuses.filter((status) => isOpen({ status }))).toEqual(['responding', 'recovered'])
  })
})

describe('what forms send', () => {
  test('two fields are enough to declare, and what is left out is real and public', () => {
    expect(declareInput.parse({ service: 'a', summary: ' 遅い ' })).toMatchObject({
      summary: '遅い',
      kind: 'real',
      visibility: 'public',
      types: [],
      urgency: null,
    })
  })

  test('spaces are no summary, and an emptied impact is none', () => {
    expect(declareInput.safeParse({ service: 'a', summary: ' 　\n' }).success).toBe(false)
    expect(editSummary.input.parse({ summary: 'x', impact: '  ' }).impact).toBeNull()
  })

  test('a day that does not exist is no due date', () => {
    expect(recover.input.safeParse({ postmortem_due: '2026-02-30' }).success).toBe(false)
  })
})
