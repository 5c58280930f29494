import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catchUp, draftUpdate, noticeFor, proposeActions, proposeGaps, reportFor, summarise } from '../index.ts'
import { material, said, updated } from '../material.samples.ts'

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom(...'原因はではなく14:02件、。!?？「」~`>😂 notcauserolled[]()|*'),
    maxLength: 400,
  }),
)
const clock = fc.integer({ min: 0, max: 59 }).map((minute) => `14:${String(minute).padStart(2, '0')}`)

test('any text is read, and every sentence has a source', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(clock, words), { maxLength: 12 }), words, (given, more) => {
      const read = material({
        lines: given.map(([time, text]) => said(time, 'sato', text)),
        updates: [updated('14:20', 1, { condition: more, impact: more })],
        incident: { summary: more, recoveryNote: more },
      })
      for (const language of ['ja', 'en'] as const) {
        const { line, three, whole } = summarise(read, language)
        const all = [
          line,
          ...three,
          ...whole,
          ...catchUp(read, language, null),
          ...Object.values(proposeGaps(read)).flat(),
        ]
        expect(whole.length).toBeLessThanOrEqual(20)
        expect(three.length).toBeLessThanOrEqual(3)
        for (const { sources } of all) expect(sources.length).toBeGreaterThan(0)
        expect(Object.keys(draftUpdate(read))).toHaveLength(4)
        expect(proposeActions(read).length).toBeLessThanOrEqual(5)
        for (const letter of [noticeFor(read, 'final', language), reportFor(read, language)])
          expect(letter.words).not.toBe('')
      }
    }),
    { numRuns: 150 },
  )
})
