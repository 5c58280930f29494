import { expect, test } from 'vitest'
import type { Evidence } from './claims/evidence.ts'
import { type Asked, portionOf, redactionOver } from './question.ts'

const said = (n: number): Evidence => ({
  key: `message:C1:${n}`,
  place: `C1:${n}`,
  words: `接続 ${n} 本目を確かめました`,
  at: new Date(n * 1000),
  author: 'sato',
  isPinned: false,
})

const asked = (purpose: Asked['purpose'], evidence: readonly Evidence[]): Asked => ({
  incidentId: 'inc-1',
  purpose,
  language: 'ja',
  evidence,
  people: ['sato'],
  timeZone: 'Asia/Tokyo',
  askedBy: null,
})

const limits = { input: 24_000, output: 2_000 }

test('of five thousand messages a summary sends what is new, and what the one before it says', () => {
  const evidence = Array.from({ length: 5_000 }, (_, n) => said(n + 1))
  const before = {
    claims: [
      { words: '接続 1 本目を確かめた', sources: ['message:C1:1'], standing: 'fact' as const, part: 'whole' as const },
    ],
    saidIn: evidence.slice(0, 4_990).flatMap(({ place }) => place ?? []),
  }
  const { question, keys, isLast } = portionOf(asked('summary', evidence), redactionOver(evidence, []), before, limits)
  expect(question.prompt.split('\n').filter((line) => line.startsWith('{'))).toHaveLength(11)
  expect([...keys.values()].flat()).toEqual(['message:C1:1', ...evidence.slice(4_990).map(({ key }) => key)])
  expect(isLast).toBe(true)
})

test('without one before it, it begins with the oldest and goes on; what is asked for at once has the newest', () => {
  const evidence = Array.from({ length: 5_000 }, (_, n) => said(n + 1))
  const first = portionOf(asked('summary', evidence), redactionOver(evidence, []), undefined, limits)
  expect(first.isLast).toBe(false)
  expect(first.saidIn[0]).toBe('C1:1')
  const newest = portionOf(asked('catch-up', evidence), redactionOver(evidence, []), undefined, limits)
  expect(newest.isLast).toBe(true)
  expect(newest.saidIn.at(-1)).toBe('C1:5000')
  expect(newest.saidIn).not.toContain('C1:1')
})
