import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageEvent } from './facts.ts'
import { due, type PageCause, verdict, type Wanted } from './page.ts'
import { signature } from './request.ts'

const pagers = ['oncall', 'duty', 'boss'] as const
const someOf = fc.subarray([...pagers])
const wanted: fc.Arbitrary<Wanted> = fc.record({
  isResponding: fc.boolean(),
  isReal: fc.boolean(),
  isLed: fc.boolean(),
  atOnce: someOf,
  nobodyLeads: someOf,
  byHand: someOf,
})
const cause = fc.constantFrom<PageCause>('policy', 'nobody-leads', 'handler', 'over')
const history = fc.array(fc.tuple(cause, wanted), { maxLength: 12 })

test('whatever happens, every pager hears trigger first, and never of an end that it did not hear the beginning of', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const last = new Map<string, PageEvent>()
      for (const [why, now] of steps) {
        const events = due(why, last, now)
        expect(new Set(events.map(({ pager }) => pager)).size).toBe(events.length)
        for (const { pager, event } of events) {
          const before = last.get(pager)
          if (event === 'trigger') expect(before).not.toBe('trigger')
          if (event === 'acknowledge') expect(before).toBe('trigger')
          if (event === 'resolve') expect(['trigger', 'acknowledge']).toContain(before)
          last.set(pager, event)
        }
        // The same again is nothing new.
        expect(due(why, last, now)).toEqual([])
      }
    }),
  )
})

test('once it is over nobody goes on being called', () => {
  fc.assert(
    fc.property(history, cause, wanted, (steps, why, now) => {
      const last = new Map<string, PageEvent>()
      for (const [each, at] of steps) for (const { pager, event } of due(each, last, at)) last.set(pager, event)
      for (const { pager, event } of due(why, last, { ...now, isResponding: false })) last.set(pager, event)
      expect([...last.values()].filter((event) => event !== 'resolve')).toEqual([])
    }),
  )
})

test('what has become a drill wakes nobody any more, unless a rule for drills calls them; a real one goes on', () => {
  const last = new Map<string, PageEvent>([
    ['oncall', 'trigger'],
    ['duty', 'acknowledge'],
    ['boss', 'trigger'],
  ])
  const now: Wanted = { isResponding: true, isReal: false, isLed: false, atOnce: ['boss'], nobodyLeads: [], byHand: [] }
  expect(due('policy', last, now)).toEqual([
    { pager: 'oncall', event: 'resolve' },
    { pager: 'duty', event: 'resolve' },
  ])
  expect(due('policy', last, { ...now, isReal: true })).toEqual([])
})

const answered = (status: number, retryAfterMs: number | null = null) =>
  ({ is: 'answered', status, retryAfterMs }) as const
const now = new Date('2026-11-23T05:00:00Z')

test('2xx is delivered, 4xx and redirects are final, and what may pass comes again ever later', () => {
  for (const status of [200, 202, 204]) expect(verdict(answered(status), 1, now)).toEqual({ is: 'delivered' })
  for (const status of [301, 307, 400, 401, 403, 404, 410])
    expect(verdict(answered(status), 1, now)).toEqual({ is: 'failed', error: `http_${status}` })
  const pauses = [1, 2, 3, 9].map((attempts) => verdict(answered(503), attempts, now))
  expect(pauses).toEqual(
    [5, 10, 20, 300].map((seconds) => ({
      is: 'again',
      error: 'http_503',
      at: new Date(now.getTime() + seconds * 1000),
    })),
  )
  expect(verdict({ is: 'timeout' }, 1, now)).toMatchObject({ is: 'again', error: 'timeout' })
  expect(verdict({ is: 'cut', reason: 'econnreset' }, 1, now)).toMatchObject({ is: 'again', error: 'econnreset' })
})

test('a full service is asked again when it says, but not after hours, and not for ever', () => {
  const at = (ms: number) => ({ is: 'again', error: 'http_429', at: new Date(now.getTime() + ms) })
  expect(verdict(answered(429, 60_000), 1, now)).toEqual(at(60_000))
  expect(verdict(answered(429, 86_400_000), 1, now)).toEqual(at(15 * 60_000))
  expect(verdict(answered(429), 20, now)).toEqual({ is: 'failed', error: 'http_429' })
})

test.each(['docs/paging.md', 'docs/paging.ja.md'])('the example of %s is right', (path) => {
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
  expect(text).toContain(signature('correct horse battery staple', 1_795_410_001, '{"version":1}'))
})
