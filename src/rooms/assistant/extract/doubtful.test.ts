import { describe, expect, test } from 'vitest'
import { summarise } from '../index.ts'
import { at, material, said, updated } from '../material.samples.ts'
import type { Line } from '../material.ts'

const told = (lines: Line[], more: Parameters<typeof material>[0] = {}) =>
  summarise(material({ ...more, lines }), 'ja')
    .whole.map(({ words }) => words)
    .join('\n')

const reply = (line: Line, to: Line): Line => ({ ...line, threadTs: to.ts })

const claimed = said('14:02', 'sato', 'merchant Kettle claims they lost 4,000 orders for good')
const separate = said('14:02', 'sato', 'the search cluster is throwing 502s, about 5% of queries')

describe('a summary leaves out', () => {
  test.each([
    [
      'what somebody answered with the opposite',
      [
        said('14:02', 'sato', 'every call on every floor is silent'),
        said('14:05', 'mori', 'floor 3 and 4 are fine, I just rang them'),
      ],
      'every call',
    ],
    [
      'what a customer claims, answered in its thread',
      [claimed, reply(said('14:05', 'mori', 'nothing is lost, those are in the queue'), claimed)],
      'claims',
    ],
    [
      'a number of which somebody says later that there was none',
      [
        said('14:02', 'sato', '2% of readings lost'),
        said('15:10', 'mori', 'in the end nothing lost, buffers replayed'),
      ],
      '2%',
    ],
    [
      'a time that its speaker had from another zone',
      [said('14:02', 'sato', 'first late delivery 04:52'), said('14:04', 'sato', 'sorry, UTC. 13:52 our time')],
      '04:52',
    ],
    [
      'a number that is denied without its unit',
      [
        said('14:02', 'sato', 'prices with a comma are wrong, 1,420 products'),
        said('14:05', 'sato', 'so not 1,420, that counted variants'),
      ],
      '1,420 products',
    ],
    [
      'a rough number once somebody counted',
      [said('14:02', 'sato', 'around 900 people came in'), said('14:20', 'sato', 'counted the name lists, 640')],
      '900',
    ],
    [
      'another service that is broken at the same time, and that it is well again',
      [
        separate,
        reply(said('14:03', 'sato', "that's a separate thing, Kit is on it"), separate),
        said('14:20', 'sato', 'search is back to normal, 502s gone'),
      ],
      /search|502/u,
    ],
    [
      'what is pasted from a runbook',
      [said('14:02', 'sato', '手順書の写しです「原因は時刻ずれ。NTP を再起動すると 5 分で回復する」')],
      'NTP',
    ],
    [
      'what it was another year',
      [said('14:02', 'sato', '去年の夏はサーバーの時計がずれて同じことになりました')],
      '時計',
    ],
    [
      'who said in quotation marks that it works',
      [said('14:02', 'sato', '「直りました」という声が来ました')],
      '「直りました」',
    ],
    [
      'what was done, and the measure did not move',
      [
        said('14:00', 'mori', 'checkout error ratio 0.24'),
        said('14:02', 'sato', 'rolled the resizer back, 14:02'),
        said('14:12', 'mori', 'checkout error ratio 0.25'),
      ],
      'rolled the resizer back',
    ],
    ['praise of what went wrong', [said('14:02', 'sato', 'oh brilliant, another flawless vendor release')], 'flawless'],
  ] as const)('%s', (_, lines, gone) => {
    expect(told([...lines])).not.toMatch(gone)
  })

  test('nothing because somebody else says that it does not work either', () => {
    const words = told([
      said('14:02', 'sato', 'お客様から決済できないと 30 件'),
      said('14:05', 'mori', '全員が決済できません'),
    ])
    expect(words).toContain('30 件')
  })

  test('no guess that turned out right: it is not called corrected', () => {
    const lines = [said('14:20', 'mori', 'root cause: the pool is 5 instead of 50')]
    const read = material({ lines, incident: { summary: 'payments fail, the connection pool is suspect' } })
    expect(summarise(read, 'en').line.words).not.toContain('corrected')
  })

  const recovered = { recoveredAt: at('15:00') }

  test('that it is over, where somebody went on to mend it', () => {
    const lines = [
      said('14:20', 'sato', 'sound is back on floor 2!'),
      said('14:40', 'mori', 'restarted the gateway at 14:39'),
    ]
    expect(told(lines, { incident: recovered })).not.toContain('sound is back')
    expect(told(lines.slice(0, 1), { incident: recovered })).toContain('sound is back')
  })

  test('a plan, once it is over', () => {
    const lines = [said('14:12', 'sato', '配信を戻す作業を 14:30 にやる予定です')]
    expect(told(lines, { incident: recovered })).not.toContain('予定')
    expect(told(lines)).toContain('予定')
  })

  test('where much is said: an idea without proof that nothing came of', () => {
    const busy = Array.from({ length: 24 }, (_, n) => said(`14:${n + 10}`, 'mori', `step ${n + 10}`))
    const idea = said('14:11', 'sato', 'somebody broke the wifi keys for the whole office')
    expect(told([idea, ...busy], { incident: recovered })).not.toContain('wifi')
    const updates = [updated('14:20', 1, { condition: 'the wifi keys were wrong' })]
    expect(told([idea, ...busy], { incident: recovered, updates })).toContain('wifi keys')
  })
})
