import { describe, expect, it } from 'vitest'
import { isReadable } from './odd.ts'
import { misfit } from './shape.ts'

describe('what a stored fact says', () => {
  it.each<[string, string, unknown, string | undefined]>([
    ['as it is declared', 'incident.type_set', { from: [], to: ['availability'] }, undefined],
    ['with more than is declared', 'incident.type_set', { from: [], to: [], later: { a: [null] } }, undefined],
    [
      'of 0.3, without what came since',
      'incident.recovered',
      { recoveredAt: '2026-11-30T12:00:00Z', permanence: null },
      undefined,
    ],
    ['without a number', 'updates.posted', { report: 'first', condition: 'x' }, undefined],
    ['with a list that is none', 'incident.type_set', { from: [], to: 'availability' }, '/to'],
    ['with nothing in a list', 'incident.type_set', { from: [null], to: [] }, '/from/0'],
    ['without words', 'updates.posted', { n: 1, report: 'first' }, '/condition'],
    ['with a moment that is none', 'updates.posted', { report: 'first', condition: 'x', nextAt: 'soon' }, '/nextAt'],
    ['with half of a pair', 'incident.summary_edited', { summary: ['x'], impact: [null, null] }, '/summary/1'],
    ['with a thing for a pair', 'incident.summary_edited', { summary: { a: 1 }, impact: [null, null] }, '/summary'],
    [
      'with nothing at depth',
      'incident.times_edited',
      { changes: [{ field: null, from: null, to: null }] },
      '/changes/0/field',
    ],
    ['that is no thing', 'incident.reopened', null, ''],
  ])('%s', async (_, type, data, at) => {
    const { factShapes } = await import('./shapes.generated.ts')
    expect(misfit(data, factShapes[type] ?? 'any')).toBe(at)
    expect(isReadable({ id: 'fct_1', type, data })).toBe(at === undefined)
  })

  it('of a type that nobody declares is nobody’s to judge', () => {
    for (const type of ['gone.since', 'constructor', '__proto__'])
      expect(isReadable({ id: 'fct_1', type, data: null })).toBe(true)
  })
})
