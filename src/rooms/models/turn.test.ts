import { expect, test } from 'vitest'
import { createManualClock } from '../../kit/clock.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import { createModels } from '../../kit/models/index.ts'
import { parseSettings } from '../settings/index.ts'
import { createDesk } from './desk.ts'
import { hasTurn } from './turn.ts'

const url = 'http://127.0.0.1:9/v1'
const yaml = `services: { a: { name: A } }
assistant: { models: { fast: { provider: openai-compatible, base_url: "${url}", model: small } } }
`

function waitingRoom(inHand = () => 0) {
  const read = parseSettings(yaml, 'sssbot.yaml')
  if (!read.ok) throw new Error(read.problems.join())
  const clock = createManualClock('2026-11-23T05:00:00Z')
  const desk = createDesk(createModels({ secret: () => undefined }), inHand)
  const settings = read.settings.assistant.models
  return {
    clock,
    desk,
    settings,
    mayGo: (alike: string | null) => hasTurn({ settings, clock }, desk, 'summary', alike),
  }
}

test('while its model hangs, of many who look at the same one question waits, and nothing is prepared for the others', async () => {
  const { clock, desk, settings, mayGo } = waitingRoom()
  const leaves = Array.from({ length: settings.limits.at_once }, () => desk.lanes.enter(settings.limits.at_once))
  await expect(mayGo('summary of one')).rejects.toThrow(RetryAfter)
  for (let n = 0; n < 20; n++) expect(await mayGo('summary of one')).toBe(false)
  await expect(mayGo('summary of another')).rejects.toThrow(RetryAfter)
  // Each form that stands open waits for its own.
  for (let n = 0; n < 2; n++) await expect(mayGo(null)).rejects.toThrow(RetryAfter)
  await clock.advanceBy(2_000)
  await expect(mayGo('summary of one')).rejects.toThrow(RetryAfter)
  leaves[0]?.()
  await clock.advanceBy(2_000)
  expect(await mayGo('summary of one')).toBe(true)
  expect(await mayGo('summary of one')).toBe(true)
})

test('for a model that is left alone nothing is prepared, and whether it is tried again is not used up by asking', async () => {
  const { clock, desk, mayGo } = waitingRoom()
  for (let n = 0; n < 5; n++) desk.breaker.note(`openai-compatible ${url} small`, false, clock.now())
  expect(await mayGo('a summary')).toBe(false)
  await clock.advanceBy(60_000)
  expect([await mayGo('a summary'), await mayGo('a summary')]).toEqual([true, true])
})

test('a question is prepared once those who pressed something are answered', async () => {
  let pressed = 1
  const { mayGo } = waitingRoom(() => pressed)
  let isPrepared = false
  const turn = mayGo('a summary').then((may) => {
    isPrepared = may
  })
  await new Promise((go) => setImmediate(go))
  expect(isPrepared).toBe(false)
  pressed = 0
  await turn
  expect(isPrepared).toBe(true)
})
