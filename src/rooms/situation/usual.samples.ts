import { noReview } from '../ladder/review.ts'
import { at, learning, page, publication, question, someActions, someTodos, unwritten } from './parts.samples.ts'
import type { Situation } from './situation.ts'

/** One evening's incident, from the declaration to its end. */

/** Just declared: nobody leads, nothing is decided. */
export const declared: Situation = {
  incident: {
    id: 'inc_00000000000000000000000001',
    status: 'responding',
    service: 'a',
    summary: '管理画面にログインできないという問い合わせが 14 時ごろから増えている',
    impact: null,
    urgency: 'high',
    level: null,
    types: [],
    tags: [],
    kind: 'real',
    visibility: 'public',
    permanence: null,
    declaredBy: 'U0TANAKA',
    occurredAt: null,
    detectedAt: at('14:02'),
    detectedBy: 'customer',
    declaredAt: at('14:10'),
    handlerTakenAt: null,
    recoveredAt: null,
    completedAt: null,
    postmortemOwner: null,
    postmortemDue: null,
    declareViewId: 'V0SAMPLE',
    declareLocale: 'ja',
    invitationId: null,
    mergedInto: null,
    origin: null,
  },
  channel: {
    incidentId: 'inc_00000000000000000000000001',
    name: 'サービスa-20261123i',
    suffix: 1,
    wantedName: null,
    nameError: null,
    isPrivate: false,
    channelId: 'C0INCIDENT',
    createdAt: at('14:10'),
    archivedAt: null,
    archivedBy: null,
    leftAt: null,
    next: null,
    former: null,
  },
  roles: [],
  people: [
    { userId: 'U0TANAKA', reason: 'declared', skipped: null },
    { userId: 'U0SATO', reason: 'declared', skipped: null },
  ],
  knowers: [
    { userId: 'U0TANAKA', whys: ['declarer', 'declared'] },
    { userId: 'U0SATO', whys: ['declared', 'role:handler'] },
  ],
  channels: [
    { channelId: 'C0INCIDENTS', mention: 'none', style: 'full', since: at('14:10') },
    { channelId: 'C0SERVICEA', mention: 'here', style: 'full', since: at('14:10') },
  ],
  gaps: [],
  outside: [],
  problems: [],
  silent: [],
  pages: [],
  onCall: [],
  calls: [],
  checkpoints: [],
  nextCheckpointAt: at('14:25'),
  asked: [],
  lastUpdate: undefined,
  todos: { open: 0, total: 0, list: [], closed: [] },
  learning: unwritten,
  actions: [],
  related: [],
  publication: undefined,
  merged: { into: null, from: [] },
  archiveAt: null,
  ladder: { status: 'none', overdueFor: null, review: noReview },
}

const led: Situation = { ...declared, roles: [{ role: 'handler', userId: 'U0SATO', since: at('14:13') }] }

/** Led, with a level and the impact known. */
export const underWay: Situation = {
  ...led,
  incident: {
    ...led.incident,
    level: 'level4',
    types: ['availability'],
    impact: '管理画面の全ユーザーがログインできない。公開サイトの表示に影響はない',
    handlerTakenAt: at('14:13'),
  },
  pages: [page('duty', 'trigger', 'delivered'), page('oncall', 'acknowledge', 'delivered')],
  checkpoints: [
    { n: 2, at: at('14:40') },
    { n: 1, at: at('14:25') },
  ],
  todos: someTodos,
  nextCheckpointAt: at('14:55'),
  channels: [...led.channels, { channelId: 'C0EXECUTIVES', mention: 'here', style: 'brief', since: at('14:14') }],
  lastUpdate: {
    n: 2,
    at: at('14:35'),
    by: 'U0SATO',
    report: 'follow_up',
    condition: 'DB の接続数が上限に達している。14時の設定変更が原因とみられる',
    action: '設定を戻し、順に再起動している',
    need: 'DB に詳しい人があと1人',
    impact: '管理画面の全ユーザーがログインできない。公開サイトの表示に影響はない',
    firstAt: at('14:18'),
    isSupportTold: false,
    unchanged: null,
    promisedMs: 30 * 60_000,
    nextAt: at('15:05'),
    overdueSteps: 0,
  },
}

/** Led, with a level, and nobody has said yet how it stands. */
export const silent: Situation = { ...underWay, lastUpdate: undefined, checkpoints: [] }

/** The promised update has not come. */
export const overdue: Situation = {
  ...underWay,
  checkpoints: [{ n: 4, at: at('15:10') }, ...underWay.checkpoints],
  nextCheckpointAt: at('15:25'),
  lastUpdate: underWay.lastUpdate && { ...underWay.lastUpdate, overdueSteps: 1 },
}

export const recovered: Situation = {
  ...underWay,
  incident: {
    ...underWay.incident,
    status: 'recovered',
    recoveredAt: at('15:05'),
    permanence: 'provisional',
    postmortemOwner: 'U0SATO',
    postmortemDue: '2026-11-30',
  },
  actions: someActions,
  learning: learning(
    [
      ['cause', '接続数の上限を下げる設定が、確認なしに全台へ配られる仕組みだった'],
      ['trigger', '14時の設定変更'],
    ],
    [
      question('resolution', {}),
      question('affected', { userId: null, channelId: 'C0SUPPORT' }),
      question('well', { userId: 'U0ALICE', passedBy: 'U0SATO' }),
    ],
  ),
  publication,
}

/** Everything is written, and somebody reviews it. */
export const reviewed: Situation = {
  ...recovered,
  incident: { ...recovered.incident, occurredAt: at('14:00') },
  learning: {
    ...learning(
      (['impact', 'affected', 'cause', 'trigger', 'detection', 'resolution', 'well', 'wrong', 'lucky'] as const).map(
        (section) => [section, 'あとで読む人にも分かるように書いた'],
      ),
      [question('cause', { state: 'answered', settledBy: 'U0SATO' })],
    ),
    postmortem: { ...unwritten.postmortem, status: 'in_review', draftedAt: at('15:06'), since: at('16:00') },
  },
}

export const completed: Situation = {
  ...recovered,
  incident: { ...recovered.incident, status: 'completed', completedAt: at('17:30') },
  publication: { ...publication, state: 'merged' },
  archiveAt: new Date('2026-11-26T17:30:00+09:00'),
}

export const cancelled: Situation = { ...declared, incident: { ...declared.incident, status: 'cancelled' } }

/** It goes on in another incident. */
export const merged: Situation = {
  ...underWay,
  incident: { ...underWay.incident, status: 'merged', mergedInto: 'inc_00000000000000000000000002' },
  merged: {
    into: { incidentId: 'inc_00000000000000000000000002', channelId: 'C0OTHER', isSecret: false },
    from: [],
  },
}

/** It was so before, and not all is done that was to keep it from happening again. */
export const again: Situation = {
  ...declared,
  related: someActions.slice(0, 2).map((item, n) => ({
    item,
    incident: { ...declared.incident, id: `inc_0000000000000000000000000${n + 5}` },
    channelId: n === 0 ? 'C0BEFORE' : null,
  })),
}

/** Others go on in this one. */
export const absorbing: Situation = {
  ...underWay,
  merged: {
    into: null,
    from: [
      { incidentId: 'inc_00000000000000000000000003', channelId: 'C0PART', isSecret: false },
      { incidentId: 'inc_00000000000000000000000004', channelId: null, isSecret: true },
    ],
  },
}

export const drill: Situation = { ...underWay, incident: { ...underWay.incident, kind: 'drill' } }

export const secret: Situation = {
  ...led,
  incident: { ...led.incident, visibility: 'private', types: ['confidentiality'] },
  channel: { ...led.channel, name: 'kawasemi-20261123i', isPrivate: true },
}
