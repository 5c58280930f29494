import { describe, expect, it, test } from 'vitest'
import { createBudgets } from '../../../kit/budget.ts'
import { createManualClock } from '../../../kit/clock.ts'
import { networkOf, type Sender, triesTooOften } from './attempts.ts'

/** How many of so many tries are let through within the same moment. */
function passed(tries: number, sender: (n: number) => Sender): number {
  const spend = createBudgets(createManualClock(new Date('2026-11-23T05:00:00Z')))
  return Array.from({ length: tries }, (_, n) => triesTooOften(spend, sender(n))).filter((isTooOften) => !isTooOften)
    .length
}
const numbered = (n: number) => `198.51.${Math.floor(n / 250)}.${n % 250}`

describe('of tries to sign in, so many are let through in a minute', () => {
  it.each<[string, (n: number) => Sender, number]>([
    ['of one address', () => ({ peer: '203.0.113.9', forwardedFor: undefined }), 60],
    ['of one that writes another address each time', (n) => ({ peer: '203.0.113.9', forwardedFor: numbered(n) }), 60],
    ['of each whom a proxy names', (n) => ({ peer: '10.0.0.2', forwardedFor: numbered(n % 5) }), 300],
    [
      'of one behind a proxy that writes another address each time',
      (n) => ({ peer: '10.0.0.2', forwardedFor: `${numbered(n)}, 203.0.113.9` }),
      60,
    ],
    [
      'of one beside the bot that plays the proxy',
      (n) => ({ peer: '::ffff:10.0.0.66', forwardedFor: numbered(n) }),
      600,
    ],
    ['of one that writes what is no address', (n) => ({ peer: '127.0.0.1', forwardedFor: `made-up-${n}` }), 60],
    [
      'of one that takes another IPv6 address each time',
      (n) => ({ peer: `2001:db8::${n.toString(16)}`, forwardedFor: undefined }),
      60,
    ],
  ])('%s', (_, sender, wanted) => {
    expect(passed(2_000, sender)).toBe(wanted)
  })

  it('and somebody at one address takes nothing from the others behind the same proxy', () => {
    const spend = createBudgets(createManualClock(new Date('2026-11-23T05:00:00Z')))
    const from = (forwardedFor: string) => triesTooOften(spend, { peer: '10.0.0.2', forwardedFor })
    for (let n = 0; n < 5_000; n++) from('203.0.113.9')
    expect([from('203.0.113.9'), from('203.0.113.10')]).toEqual([true, false])
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:4711', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8::9]:4711', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', undefined],
  ['_hidden', undefined],
  ['', undefined],
  ['1.2.3', undefined],
])('the network of %s is %s', (written, network) => {
  expect(networkOf(written)).toBe(network)
})
