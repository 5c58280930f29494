import { checkpointMessage } from '../../features/timekeeper/checkpoint.ts'
import { dueSoonMessage } from '../../features/updates/due-soon.ts'
import { overdueDirectMessage, overdueMessage } from '../../features/updates/overdue.ts'
import { clockwork, type FactOf } from '../facts/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { cardAgainMessage } from './again.ts'
import { cardMessage } from './messages.ts'

const { underWay, recovered, declared, overdue, drill, secret } = situations
const [second, first] = underWay.checkpoints
const [late] = overdue.checkpoints

const step = (tell: string, users: string[]): FactOf<'updates.overdue'> => ({
  id: 'fct_00000000000000000000000002',
  subject: 'incident:inc_00000000000000000000000001',
  type: 'updates.overdue',
  n: 1,
  at: new Date('2026-11-23T15:06:00+09:00'),
  actor: clockwork,
  data: { n: 2, step: 1, promisedAt: '2026-11-23T06:05:00.000Z', tell, users },
})
const dueSoon: FactOf<'updates.due_soon'> = {
  id: 'fct_00000000000000000000000003',
  subject: 'incident:inc_00000000000000000000000001',
  type: 'updates.due_soon',
  n: 1,
  at: new Date('2026-11-23T15:02:00+09:00'),
  actor: clockwork,
  data: { n: 2, promisedAt: '2026-11-23T06:05:00.000Z', users: ['U0SATO'] },
}
const ofUnchanged = {
  ...underWay,
  lastUpdate: underWay.lastUpdate && {
    ...underWay.lastUpdate,
    unchanged: { at: new Date('2026-11-23T15:03:00+09:00'), by: 'U0SATO' },
    nextAt: new Date('2026-11-23T15:35:00+09:00'),
  },
}
const offered = {
  id: 'hov_1',
  from: null,
  proposedBy: 'U0SATO',
  briefing: '',
  proposedAt: new Date('2026-11-23T14:40:00+09:00'),
  remindedAt: null,
}
const ofAsked: typeof underWay = {
  ...underWay,
  asked: [
    { ...offered, role: 'scribe', to: 'U0ALICE' },
    { ...offered, id: 'hov_2', role: 'liaison', to: 'U0ITO' },
  ],
}
const many = Array.from({ length: 10 }, (_, at) => `U0RESPOND${at}`)
const elsewhere = {
  ...situations.completed,
  learning: {
    ...situations.completed.learning,
    postmortem: {
      ...situations.completed.learning.postmortem,
      byHand: { link: `https://wiki.example.com/${'%E9%9A%9C'.repeat(160)}?a=1&b=2` },
    },
  },
}
const troubled = {
  ...recovered,
  channel: { ...recovered.channel, wantedName: 'サービス・a-20261123i', nameError: 'invalid_name_specials' },
  problems: [
    { slot: 'card', error: 'edit_window_closed', isStale: true as const },
    { slot: 'broadcast:C0INCIDENTS', error: 'restricted_action_read_only_channel' },
    { slot: 'broadcast:C0DEVALL', error: 'message_not_found', isStale: true as const },
  ],
}
const changed = { ...declared, channel: { ...declared.channel, wantedName: 'サービス・a-20261123i' } }
const untold = { ...underWay, channels: [] }
const untoldOfHarm = { ...untold, incident: { ...untold.incident, impact: null } }
const ofSecret = { ...secret, lastUpdate: overdue.lastUpdate }

export const samples: Sample[] = [
  ...Object.entries(situations).map(([state, situation]) => ({
    name: `card/card/${state}`,
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => cardMessage(situation, voices[locale]),
  })),
  ...(
    [
      ['late', recovered, { status: 'draft', overdueFor: '2026-11-30' }],
      ['waived', situations.completed, { status: 'waived', overdueFor: null }],
      ['published', situations.completed, { status: 'published', overdueFor: null }],
      ['published-elsewhere', elsewhere, { status: 'published', overdueFor: null }],
      [
        'nobody-writes',
        { ...recovered, incident: { ...recovered.incident, postmortemOwner: null } },
        { status: 'draft', overdueFor: null },
      ],
    ] as const
  ).map(([name, situation, ladder]) => ({
    name: `card/postmortem/${name}`,
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') =>
      cardMessage({ ...situation, ladder: { ...situation.ladder, ...ladder } }, voices[locale]),
  })),
  ...[troubled, changed].map((situation) => ({
    name: situation === changed ? 'card/card/name-changed' : 'card/card/undelivered',
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => cardMessage(situation, voices[locale]),
  })),
  ...[untold, untoldOfHarm].map((situation) => ({
    name: situation === untold ? 'card/card/untold' : 'card/card/untold-of-harm',
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => cardMessage(situation, voices[locale]),
  })),
  {
    name: 'card/card/asked',
    to: 'channel',
    about: [ofAsked],
    render: (locale) => cardMessage(ofAsked, voices[locale]),
  },
  {
    name: 'card/card/unchanged',
    to: 'channel',
    about: [ofUnchanged],
    render: (locale) => cardMessage(ofUnchanged, voices[locale]),
  },
  {
    name: 'card/again/stale',
    to: 'channel',
    about: [troubled],
    render: (locale) => cardAgainMessage(troubled, voices[locale]),
  },
  {
    name: 'card/again/over',
    to: 'channel',
    about: [recovered],
    render: (locale) => cardAgainMessage(recovered, voices[locale]),
  },
  ...(second && first
    ? [
        {
          name: 'card/checkpoint/last',
          to: 'channel' as const,
          about: [underWay],
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, underWay, voices[locale]),
        },
        {
          name: 'card/checkpoint/last-with-gaps',
          to: 'channel' as const,
          about: [declared],
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, declared, voices[locale]),
        },
        {
          name: 'card/checkpoint/earlier',
          to: 'channel' as const,
          about: [underWay],
          render: (locale: 'ja' | 'en') => checkpointMessage(first, { isLast: false }, underWay, voices[locale]),
        },
        {
          name: 'card/checkpoint/after-recovery',
          to: 'channel' as const,
          about: [recovered],
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, recovered, voices[locale]),
        },
      ]
    : []),
  ...(late
    ? [
        {
          name: 'card/checkpoint/overdue',
          to: 'channel' as const,
          about: [overdue],
          render: (locale: 'ja' | 'en') => checkpointMessage(late, { isLast: true }, overdue, voices[locale]),
        },
      ]
    : []),
  ...(
    [
      ['here', 'alone', underWay],
      ['here-drill', 'alone', { ...drill, lastUpdate: underWay.lastUpdate }],
      ['direct', 'person', underWay],
      ['direct-private', 'person', { ...secret, lastUpdate: underWay.lastUpdate }],
      ['settled', 'person', ofUnchanged],
    ] as const
  ).map(([name, to, situation]) => ({
    name: `card/due-soon/${name}`,
    to,
    about: [situation],
    render: (locale: 'ja' | 'en') =>
      dueSoonMessage(dueSoon, to === 'alone' ? 'here' : 'direct', situation, voices[locale]),
  })),
  ...(
    [
      ['channel', step('channel', ['U0SATO']), overdue],
      ['channel-drill', step('channel', []), { ...drill, lastUpdate: overdue.lastUpdate }],
      ['responders', step('responders', many), overdue],
      ['answered', step('channel', ['U0SATO']), recovered],
    ] as const
  ).map(([name, fact, situation]) => ({
    name: `card/overdue/${name}`,
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => overdueMessage(fact, { isNewest: true }, situation, voices[locale]),
  })),
  ...(
    [
      ['handler', step('handler', ['U0SATO']), overdue],
      ['deputy', step('deputy', ['U0SUZUKI']), overdue],
      ['handler-longest', step('handler', ['U0SATO']), situations.longest],
      ['handler-private', step('handler', ['U0SATO']), ofSecret],
    ] as const
  ).map(([name, fact, situation]) => ({
    name: `card/overdue-direct/${name}`,
    to: 'person' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => overdueDirectMessage(fact, situation, voices[locale]),
  })),
]
