import fc from 'fast-check'
import { expect, test } from 'vitest'
import { owedOf } from './owed.ts'
import { settingsSchema } from './settings.ts'

const settings = (rest: object = {}) => settingsSchema.parse({ services: { a: { name: 'A' } }, ...rest })
const owes = (level: string | null, rest?: object) => owedOf(settings(rest), { level, kind: 'real' })

test('the milder half owes five questions, the rest the document, and the two worst a review meeting', () => {
  expect(['level1', 'level2', 'level3', 'level4', 'level5'].map((level) => owes(level))).toEqual([
    { document: 'mini', review: false },
    { document: 'mini', review: false },
    { document: 'full', review: false },
    { document: 'full', review: true },
    { document: 'full', review: true },
  ])
})

test('while nobody has decided the level, the whole document is owed', () => {
  expect(owes(null)).toEqual({ document: 'full', review: false })
  expect(owes('gone-from-the-settings')).toEqual({ document: 'full', review: false })
})

test('a company that wants none gets none, and a level goes first', () => {
  const steps = [
    { key: 'low', label: 'Low' },
    { key: 'high', label: 'High', postmortem: 'mini', review: true },
  ]
  const rest = { postmortem: { owed: 'none' }, levels: { steps } }
  expect(owes('low', rest)).toEqual({ document: 'none', review: false })
  expect(owes('high', rest)).toEqual({ document: 'mini', review: true })
})

test('a drill owes what the setting for drills says, whatever its level', () => {
  const any = fc.constantFrom('none', 'mini', 'full')
  const levels = fc.constantFrom(null, ...settings().levels.steps.map(({ key }) => key))
  fc.assert(
    fc.property(any, levels, fc.constantFrom('drill' as const, 'exercise' as const), (drills, level, kind) => {
      const owed = owedOf(settings({ postmortem: { drills } }), { level, kind })
      expect(owed).toEqual({ document: drills, review: false })
    }),
  )
})
