import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentions, settingsSchema } from '../settings/index.ts'
import { callNow, loudness, nextCall, tiersOf } from './vacancy.ts'

const minute = 60_000
const since = new Date('2026-11-23T05:00:00Z')
const inMinutes = (minutes: number) => new Date(since.getTime() + minutes * minute)
const settings = settingsSchema.parse({
  services: { a: { name: 'A', tiers: [['@b'], ['@c', '@d']] }, bare: { name: 'B' } },
  timekeeper: { vacancy: ['10m', '3m', '5m'], next_tier: '7m' },
})
const open = { service: 'a', visibility: 'public' }

describe('calling for a handler', () => {
  test('reminds after 3, 5 and 10 minutes, counted from when the lead was vacant, and goes on to the tiers', () => {
    const at = (nudged: number, tiers: number, now: number) =>
      nextCall({ since, nudged, tiers }, open, settings, inMinutes(now))
    expect([at(0, 0, 0), at(1, 0, 3), at(2, 0, 5)]).toEqual([inMinutes(3), inMinutes(5), inMinutes(10)])
    expect([at(3, 0, 10), at(3, 1, 17)]).toEqual([inMinutes(17), inMinutes(24)])
    expect(at(3, 2, 24)).toBeUndefined()
  })

  test('ends with the reminders where a service has no tiers, and for a private incident', () => {
    const progress = { since, nudged: 3, tiers: 0 }
    expect(nextCall(progress, { service: 'bare', visibility: 'public' }, settings, inMinutes(10))).toBeUndefined()
    expect(nextCall(progress, { service: 'a', visibility: 'private' }, settings, inMinutes(10))).toBeUndefined()
    expect(tiersOf({ service: 'forgotten', visibility: 'public' }, settings)).toEqual([])
  })

  test('one reminder makes up for all that were missed, and it is never said twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 600 }), (nudged, minutes) => {
        const call = callNow({ since, nudged, tiers: 0 }, settings, inMinutes(minutes))
        const due = [3, 5, 10].filter((each) => each <= minutes).length
        expect(call).toEqual(due > nudged ? { do: 'nudge', n: due, isLast: due === 3 } : { do: 'wait' })
      }),
    )
  })

  test('the tiers come in their order', () => {
    expect(callNow({ since, nudged: 3, tiers: 1 }, settings, inMinutes(60))).toEqual({ do: 'tier', tier: 2 })
  })
})

describe('how loudly', () => {
  test('the first is plain words, also where it is the only one', () => {
    for (const isLast of [true, false])
      expect(loudness({ n: 1, isLast, nudged: 0 }, ['channel'])).toEqual({ names: false, mention: 'none' })
  })

  test('many are mentioned by the last alone, and never more loudly than the policy allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.boolean(),
        fc.array(fc.constantFrom(...mentions)),
        fc.integer({ min: 0, max: 8 }),
        (n, isLast, allowed, nudged) => {
          const { names, mention } = loudness({ n, isLast, nudged }, allowed)
          // Of the reminders after the first, one alone names people.
          expect(names).toBe(nudged < 2)
          if (!isLast) expect(mention).toBe('none')
          else expect([...allowed, 'none']).toContain(mention)
          if (isLast && allowed.includes('channel')) expect(mention).toBe('channel')
        },
      ),
    )
  })
})
