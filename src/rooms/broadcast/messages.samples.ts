import { commands } from '../commands/registry.ts'
import { type FactData, type FactType, person } from '../facts/index.ts'
import type { Situation } from '../situation/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { type Announced, announcement, broadcastMessage, foretell, reach } from './messages.ts'

const fact = <Type extends Announced['type'] & FactType>(type: Type, data: FactData[Type]): Announced =>
  ({
    id: 'fct_00000000000000000000000001',
    subject: 'incident:inc_00000000000000000000000001',
    type,
    n: 1,
    at: new Date('2026-11-23T15:06:00+09:00'),
    actor: person('U0SATO'),
    data,
  }) as Announced

/** One of each kind that is announced. */
const { underWay, recovered, drill, longest } = situations

const unchanged = { n: 2, promisedAt: '2026-11-23T06:05:00.000Z', nextAt: '2026-11-23T06:35:00.000Z' }
const update: FactData['updates.posted'] = {
  n: 2,
  report: 'follow_up',
  condition: 'DB の接続数が上限に達している。14時の設定変更が原因とみられる',
  action: '設定を戻し、順に再起動している',
  need: 'DB に詳しい人があと1人',
  impact: '管理画面の全ユーザーがログインできない',
  impactBefore: '一部のユーザーがログインできない',
  nextAt: '2026-11-23T06:05:00.000Z',
}

const pull = { number: 12, url: 'https://github.com/example/postmortems/pull/12' }

export const facts: Announced[] = [
  fact('incident.level_set', { from: null, to: 'level4', reason: '全ユーザーに影響', status: 'responding' }),
  fact('incident.summary_edited', {
    summary: ['調査中', 'DB の接続数が上限に達していた'],
    impact: [null, '全ユーザー'],
  }),
  fact('incident.type_set', { from: [], to: ['confidentiality', 'availability'] }),
  fact('incident.kind_set', { from: 'real', to: 'drill', reason: '全社訓練だった' }),
  fact('incident.visibility_set', { from: 'private', to: 'public', invitationId: null }),
  fact('incident.times_edited', {
    changes: [
      { field: 'occurred_at', from: null, to: '2026-11-23T04:50:00.000Z' },
      { field: 'recovered_at', from: '2026-11-23T06:05:00.000Z', to: '2026-11-23T06:01:00.000Z' },
    ],
    reason: '監視の記録で分かった',
  }),
  fact('incident.recovered', {
    recoveredAt: '2026-11-23T06:05:00.000Z',
    permanence: 'provisional',
    postmortemOwner: 'U0SATO',
    postmortemDue: '2026-11-30',
  }),
  fact('incident.reopened', { from: 'recovered', reason: '再発した', level: 'level4' }),
  fact('incident.completed', {
    waivers: '監視の追加は来週',
    left: [{ what: 'todos', count: 2 }, { what: 'provisional' }, { what: 'level' }, { what: 'postmortem' }],
  }),
  fact('incident.merged', { into: 'inc_00000000000000000000000002', channel: 'C0OTHER' }),
  fact('incident.absorbed', { from: 'inc_00000000000000000000000003', channel: null }),
  fact('incident.parted', { from: 'inc_00000000000000000000000003', channel: 'C0PART' }),
  fact('incident.cancelled', { reason: '計画メンテナンスだった' }),
  fact('channel.archived', { by: 'U0SATO' }),
  fact('ladder.postponed', { from: '2026-11-30', to: '2026-12-07', reason: '恒久対応の結果を見てから書く' }),
  fact('ladder.published', { link: `https://wiki.example.com/${'%E9%9A%9C'.repeat(160)}?a=1&b=2` }),
  fact('ladder.waived', { reason: '先月のものと同じ原因で、そちらに追記した' }),
  fact('ladder.review_held', { n: 1 }),
  fact('ladder.review_waived', { n: 1, reason: '文書の上でレビューが済んだ' }),
  fact('ladder.assigned', { from: null, to: 'U0ALICE', due: '2026-11-30' }),
  fact('upkeep.archive_announced', { archiveAt: '2026-11-26T08:30:00.000Z' }),
  fact('upkeep.archive_put_off', { from: '2026-11-26T08:30:00.000Z', archiveAt: '2026-11-29T08:30:00.000Z' }),
  fact('calls.unanswered', { n: 1, people: ['U0ITO', 'U0BOB'], count: 9, handler: 'U0SATO' }),
  fact('assembly.linked', { channel: 'C0LEGAL', threadTs: '1795410001.000100', isPrivate: true }),
  fact('assembly.unlinked', { channel: 'C0LEGAL', threadTs: null, why: 'archived' }),
  fact('assembly.heard_again', { channel: 'C0LEGAL', threadTs: null, why: 'unarchived' }),
  fact('channel.converted', { to: 'private', by: 'U0SATO' }),
  fact('channel.still_public', { user: 'U0SATO' }),
  fact('channel.moved', { from: 'C0FORMER001', name: 'サービスa-20261123i', to: 'C0INCIDENT1' }),
  fact('channel.former_archived', { channel: 'C0FORMER001' }),
  fact('channel.bot_returned', { channel: 'C0INCIDENT' }),
  fact('paging.called', { pagers: ['oncall', 'duty'], reason: 'データベースに詳しい人が要る' }),
  fact('paging.answered', { page: 'page_1', pager: 'oncall', n: 1, answer: 'acknowledged', who: 'suzuki' }),
  fact('paging.delayed', { page: 'page_1', pager: 'oncall', event: 'trigger', error: 'http_503' }),
  fact('paging.failed', { page: 'page_1', pager: 'oncall', event: 'trigger', error: 'secret_missing' }),
  fact('publishing.opened', { repository: 'example/postmortems', ...pull, draft: true, gaps: 7 }),
  fact('publishing.readied', pull),
  fact('publishing.reviewed', { ...pull, verdict: 'changes', by: 'sato-gh' }),
  fact('publishing.merged', { ...pull, by: 'sato-gh' }),
  fact('publishing.closed', pull),
  fact('publishing.reopened', pull),
  fact('publishing.edited', pull),
  fact('publishing.withdrawn', pull),
  fact('publishing.failed', { error: 'repository_unknown', detail: null }),
  fact('roles.handler_taken', { user: 'U0SATO' }),
  fact('roles.handed_over', {
    handOver: 'hov_1',
    from: 'U0SATO',
    to: 'U0ALICE',
    briefing: 'DB の接続数を見てください',
  }),
  fact('roles.role_claimed', { role: 'scribe', user: 'U0ALICE' }),
  fact('roles.role_released', { role: 'scribe', user: 'U0ALICE', because: 'left-channel' }),
  fact('updates.posted', update),
  fact('updates.unchanged', unchanged),
  fact('timekeeper.snoozed', {
    reminder: 'checkpoint',
    until: '2026-11-23T06:20:00.000Z',
    reason: '全員で再起動の結果を見ている',
  }),
]

/** What the ordinary incident of the samples does not show. */
const others: [name: string, fact: Announced, situation: Situation][] = [
  ['updates.posted/first', fact('updates.posted', { ...update, n: 1, report: 'first', impactBefore: null }), underWay],
  ['updates.posted/final', fact('updates.posted', { ...update, n: 3, report: 'final', nextAt: null }), recovered],
  [
    'publishing.opened/ready',
    fact('publishing.opened', { repository: 'example/postmortems', ...pull, draft: false, gaps: 0 }),
    recovered,
  ],
  [
    'publishing.reviewed/approved',
    fact('publishing.reviewed', { ...pull, verdict: 'approved', by: 'sato-gh' }),
    recovered,
  ],
  ['publishing.reviewed/again', fact('publishing.reviewed', { ...pull, verdict: 'none', by: null }), recovered],
  [
    'publishing.failed/words',
    fact('publishing.failed', { error: 'refused', detail: '<!channel> & *x*'.repeat(60) }),
    recovered,
  ],
  ...(['acknowledged', 'declined', 'unanswered', 'passed_on'] as const).flatMap((answer) =>
    (['suzuki', null] as const).map((who): [string, Announced, Situation] => [
      `paging.answered/${answer}${who ? '' : '-nobody'}`,
      fact('paging.answered', { page: 'page_1', pager: 'oncall', n: 1, answer, who }),
      underWay,
    ]),
  ),
  ['channel.archived/deleted', fact('channel.archived', { by: 'U0SATO', because: 'deleted' }), underWay],
  ['updates.posted/drill', fact('updates.posted', update), drill],
  ['updates.unchanged/drill', fact('updates.unchanged', unchanged), drill],
  [
    'updates.posted/longest',
    fact('updates.posted', {
      ...update,
      condition: longest.lastUpdate?.condition ?? '',
      action: longest.lastUpdate?.action ?? null,
      need: longest.lastUpdate?.need ?? null,
      impact: longest.incident.impact,
      impactBefore: '<!channel>&'.repeat(200),
    }),
    longest,
  ],
  [
    'timekeeper.snoozed/update',
    fact('timekeeper.snoozed', {
      reminder: 'update',
      until: '2026-11-23T06:20:00.000Z',
      reason: '<!here>&*'.repeat(33),
    }),
    drill,
  ],
]

const audience = { inside: 'channel', outside: 'elsewhere', brief: 'elsewhere' } as const
const hiding = fact('incident.visibility_set', { from: 'public', to: 'private', invitationId: null })
const hidden = { ...situations.secret, channel: { ...situations.secret.channel, isPrivate: false } }

export const samples: Sample[] = [
  ...Object.entries(situations).map(([state, situation]) => ({
    name: `broadcast/broadcast/${state}`,
    to: 'elsewhere' as const,
    about: [situation],
    loud: true as const,
    render: (locale: 'ja' | 'en') => broadcastMessage(situation, { mention: 'here', style: 'full' }, voices[locale]),
  })),
  ...(['declared', 'underWay', 'recovered', 'drill', 'secret', 'longest'] as const).map((state) => ({
    name: `broadcast/broadcast/brief-${state}`,
    to: 'elsewhere' as const,
    about: [situations[state]],
    loud: true as const,
    render: (locale: 'ja' | 'en') =>
      broadcastMessage(situations[state], { mention: 'here', style: 'brief' }, voices[locale]),
  })),
  {
    name: 'broadcast/broadcast/no-more',
    to: 'elsewhere',
    about: [situations.secret],
    render: (locale) =>
      broadcastMessage(situations.secret, { mention: 'none', style: 'full', silentWhy: 'private' }, voices[locale]),
  },
  ...facts.flatMap((each) =>
    (['inside', 'outside'] as const)
      .filter((where) => reach(each)[where])
      .map((where) => ({
        name: `broadcast/${each.type}/${where}`,
        to: audience[where],
        about: [underWay],
        render: (locale: 'ja' | 'en') => announcement(each, situations.underWay, where, voices[locale]),
      })),
  ),
  {
    name: 'broadcast/incident.visibility_set/hidden-inside',
    to: 'channel' as const,
    about: [hidden],
    render: (locale: 'ja' | 'en') => announcement(hiding, hidden, 'inside', voices[locale]),
  },
  {
    name: 'broadcast/incident.visibility_set/hidden-private-outside',
    to: 'elsewhere' as const,
    about: [hidden],
    render: (locale: 'ja' | 'en') => announcement(hiding, hidden, 'outside', voices[locale]),
  },
  {
    name: 'broadcast/incident.kind_set/real-after-all',
    to: 'elsewhere' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') =>
      announcement(
        fact('incident.kind_set', { from: 'drill', to: 'real', reason: '訓練中に本物の障害が起きた' }),
        situations.underWay,
        'outside',
        voices[locale],
      ),
  },
  ...facts.flatMap((each) => ({
    name: `broadcast/${each.type}/drill`,
    to: audience[reach(each).outside ? 'outside' : 'inside'],
    about: [drill],
    render: (locale: 'ja' | 'en') =>
      announcement(each, situations.drill, reach(each).outside ? 'outside' : 'inside', voices[locale]),
  })),
  ...(['recover', 'complete', 'cancel'] as const).map((verb) => ({
    name: `broadcast/foretold/${verb}`,
    to: 'form' as const,
    about: [verb === 'complete' ? recovered : underWay],
    render: (locale: 'ja' | 'en') => {
      const state = verb === 'complete' ? situations.recovered : situations.underWay
      const now = new Date('2026-11-23T15:05:00+09:00')
      const view = commands[verb].form?.(state, voices[locale], now, null, { by: 'U0SATO', choices: [], foretell })
      if (!view) throw new Error(`No form of ${verb}`)
      return view
    },
  })),
  ...others.flatMap(([name, each, situation]) =>
    (['inside', 'outside', 'brief'] as const)
      .filter((where) => reach(each)[where === 'inside' ? 'inside' : 'outside'])
      .map((where) => ({
        name: `broadcast/${name}-${where}`,
        to: audience[where],
        about: [situation],
        render: (locale: 'ja' | 'en') => announcement(each, situation, where, voices[locale]),
      })),
  ),
  {
    name: 'broadcast/updates.posted/brief',
    to: 'elsewhere',
    about: [underWay],
    render: (locale) => announcement(fact('updates.posted', update), underWay, 'brief', voices[locale]),
  },
  ...facts
    .filter((each) => reach(each).outside)
    .map((each) => ({
      name: `broadcast/${each.type}/private-outside`,
      to: 'elsewhere' as const,
      about: [situations.secret],
      render: (locale: 'ja' | 'en') => announcement(each, situations.secret, 'outside', voices[locale]),
    })),
  ...(['incident.recovered', 'incident.reopened', 'incident.completed', 'incident.cancelled'] as const).flatMap(
    (type) =>
      facts
        .filter((each) => each.type === type)
        .map((each) => ({
          name: `broadcast/${type}/private-inside`,
          to: 'channel' as const,
          about: [situations.secret],
          render: (locale: 'ja' | 'en') => announcement(each, situations.secret, 'inside', voices[locale]),
        })),
  ),
]
