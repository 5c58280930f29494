import { expect, test } from 'vitest'
import { patient } from '../harness/patience.ts'
import { storm } from './nasty.ts'
import { seed } from './seed.ts'

test('nasty events, clicks, webhooks and calls: none is lost in silence, none breaks anything, nothing is tried for ever', {
  timeout: patient(120_000),
}, async () => {
  const { sent: _, ...wrong } = await storm(Number(process.env.SSSBOT_ROUNDS ?? 300), 100, seed)
  expect(wrong).toEqual({ wrongAnswers: [], left: [], blind: [], told: [], faults: [] })
})
