import { describe, expect, test } from 'vitest'
import { at, material, said, updated } from '../material.samples.ts'
import type { Line, Material } from '../material.ts'
import { readingOf } from './candidates.ts'
import { creditsOf } from './credit.ts'
import { summarise } from './summarise.ts'

/** What the first message of a conversation is believed. */
function credit(lines: readonly Line[], more: Parameters<typeof material>[0] = {}): number {
  const read: Material = material({ ...more, lines: [...lines] })
  const { sayings } = readingOf(read)
  const first = sayings.find(({ line }) => line === lines[0])
  if (!first) throw new Error('not read')
  return creditsOf(sayings, read)(first, first.claims)
}

const pool = said('14:20', 'mori', 'the pool has 5 connections')
const later = said('14:24', 'sato', 'reading the dashboard')
const opinion = said('14:20', 'mori', 'the pool has trouble with connections')
const reply = (line: Line, to: Line): Line => ({ ...line, threadTs: to.ts })
const recovered = { status: 'recovered', recoveredAt: at('15:00') } as const

describe('a message is believed', () => {
  test('more where it names a number', () => {
    const exact = credit([said('14:20', 'mori', 'the pool has 55 connections'), later])
    expect(exact).toBeGreaterThan(credit([opinion, later]))
  })

  test.each([
    ['the next who speaks begins with a but', said('14:22', 'sato', 'but what of the cache')],
    ['the next who speaks denies something of it', said('14:22', 'sato', 'connections are fine, no leak')],
    ['its thread goes on about it', reply(said('14:22', 'sato', 'reading it now'), pool)],
  ])('less where %s', (_, answer) => {
    expect(credit([pool, answer])).toBeLessThan(credit([pool, later]))
  })

  test.each([
    ['it depends on something', 'if the pool has 5 connections'],
    ['somebody else said so', 'the vendor says the pool has 5 connections'],
    ['it is shouted', 'the pool has 5 connections!'],
    ['it names a time that is still to come', 'the pool has 5 connections until 16:30'],
    ['it is a guess', 'maybe the pool has 5 connections'],
  ])('less where %s', (_, words) => {
    expect(credit([said('14:20', 'mori', words), later])).toBeLessThan(credit([pool, later]))
  })

  test('less where its speaker goes on in its thread at once', () => {
    const own = reply(said('14:22', 'mori', 'reading the settings'), pool)
    const others = reply(said('14:22', 'sato', 'reading the settings'), pool)
    expect(credit([pool, own, later])).toBeLessThan(credit([pool, others, later]))
  })

  test('less where somebody counts the same things later and comes to another number', () => {
    const counted = (words: string) => [said('14:20', 'mori', '120 orders failed'), later, said('14:40', 'sato', words)]
    expect(credit(counted('counted the queue, 87 orders failed'))).toBeLessThan(
      credit(counted('counted the queue, 120 orders failed')),
    )
  })

  test('more of whoever says much', () => {
    const more = [said('14:26', 'mori', 'reading the settings'), said('14:28', 'mori', 'reading the queue')]
    const less = [said('14:26', 'sato', 'reading the settings'), said('14:28', 'sato', 'reading the queue')]
    expect(credit([pool, later, ...more])).toBeGreaterThan(credit([pool, later, ...less]))
  })

  test('less in the first part of the response than later', () => {
    const before = [1, 2, 3, 4].map((n) => said(`14:1${n}`, 'sato', 'reading the dashboard'))
    const after = before.map((_, n) => said(`14:3${n}`, 'sato', 'reading the dashboard'))
    expect(credit([pool, ...after])).toBeLessThan(credit([pool, ...before]))
  })

  test('more where people speak of it once it is over', () => {
    const lesson = (words: string) => [pool, said('15:10', 'sato', words)]
    expect(credit(lesson('alert on the pool'), { incident: recovered })).toBeGreaterThan(
      credit(lesson('alert on the queue'), { incident: recovered }),
    )
  })

  test('less where something was done and trouble is told right after it', () => {
    const done = said('14:20', 'mori', 'restarted the workers')
    expect(credit([done, said('14:25', 'sato', 'timeouts on checkout')])).toBeLessThan(
      credit([done, said('14:25', 'sato', 'checkout is back to normal')]),
    )
  })
})

test('a terse channel is told with what little speaks for it, as somebody’s word', () => {
  const names = [
    'cache',
    'queue',
    'mailer',
    'proxy',
    'search',
    'ledger',
    'printer',
    'gateway',
    'stock',
    'badge',
    'router',
    'feed',
  ]
  const lines = names.map((name, n) =>
    said(`14:${20 + n}`, `person${n}`, `deployed the new ${name} from the old branch`),
  )
  const told = summarise(material({ incident: recovered, lines }), 'en').whole.filter(
    ({ standing }) => standing === 'quoted',
  )
  expect(told.length).toBeGreaterThan(0)
  expect(told.map(({ doubt }) => doubt)).toContain('rumour')
})

describe('a summary of what is over leaves out', () => {
  const told = (more: Parameters<typeof material>[0]) =>
    summarise(material({ incident: recovered, ...more }), 'en')
      .whole.map(({ words }) => words)
      .join('\n')

  test('what somebody was at, and not what came of it', () => {
    const lines = [said('14:20', 'mori', 'draining eu-1b'), said('14:40', 'mori', 'drained eu-1b at 14:39')]
    expect(told({ lines })).not.toContain('draining')
    expect(told({ lines })).toContain('drained eu-1b at 14:39')
  })

  test('that there was no impact, where a later update tells of one', () => {
    const updates = [
      updated('14:20', 1, { condition: 'a key was used', impact: 'no known impact' }),
      updated('14:50', 2, { condition: 'records were read', impact: '18,260 customers are affected' }),
    ]
    expect(told({ updates })).not.toContain('no known impact')
    expect(told({ updates: updates.slice(0, 1) })).toContain('no known impact')
  })
})
