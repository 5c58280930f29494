import { person } from '../../rooms/facts/index.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { newsMessage } from './messages.ts'
import type { News } from './subscribers.ts'

const about = { id: 'fct_1', subject: 'incident:inc_1', n: 1, at: new Date('2026-11-23T05:10:00Z') }
const names = new Map([['U0SATO', '佐藤 健']])
const actor = person('U0SATO')

const each: readonly News[] = [
  {
    ...about,
    actor,
    type: 'updates.posted',
    data: {
      n: 1,
      report: 'first',
      condition: 'DB の接続数が上限に達し、全員がログインできない <!channel>',
      action: null,
      need: null,
      impact: null,
      impactBefore: null,
      nextAt: '2026-11-23T05:40:00Z',
    },
  },
  {
    ...about,
    actor,
    type: 'incident.level_set',
    data: { from: null, to: 'level4', reason: null, status: 'responding' },
  },
  {
    ...about,
    actor,
    type: 'incident.recovered',
    data: { recoveredAt: '2026-11-23T05:05:00Z', permanence: null, postmortemOwner: null, postmortemDue: null },
  },
]

export const samples: Sample[] = (['underWay', 'secret', 'drill', 'longest'] as const).flatMap((state) =>
  each.map((news) => ({
    name: `subscriptions/${news.type}/${state}`,
    to: 'person' as const,
    about: [situations[state]],
    render: (locale: 'ja' | 'en') => newsMessage(news, names, situations[state], voices[locale]),
  })),
)
