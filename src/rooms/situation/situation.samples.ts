import type { ActionItem } from '../actions/index.ts'
import { noReview } from '../ladder/review.ts'
import type { PageEvent } from '../paging/facts.ts'
import type { Page } from '../paging/index.ts'
import type { Learning, Question, SectionKey } from '../postmortem/index.ts'
import type { Publication } from '../publishing/index.ts'
import { settingsSchema } from '../settings/index.ts'
import type { Todo, Todos } from '../todos/index.ts'
import type { Situation } from './situation.ts'
import type { Voice } from './words.ts'

/** A small fixed cast and one evening's incident, which samples, gallery and tests share. */

const at = (time: string): Date => new Date(`2026-11-23T${time}:00+09:00`)

const settings = settingsSchema.parse({
  services: {
    a: { name: { ja: 'サービスA', en: 'Service A' }, channel_name: 'サービスa', channels: ['#service-a'] },
    b: { name: { ja: 'サービスB', en: 'Service B' }, channel_name: 'サービスb' },
  },
})

export const voices: Record<'ja' | 'en', Voice> = { ja: { settings, locale: 'ja' }, en: { settings, locale: 'en' } }

const todo = (n: number, change: Partial<Todo>): Todo => ({
  id: `todo_0000000000000000000000000${n}`,
  incidentId: 'inc_00000000000000000000000001',
  n,
  words: 'DB の接続数を確認する',
  owner: null,
  state: 'open',
  source: 'message',
  channelId: 'C0INCIDENT',
  ts: `1763874000.00010${n}`,
  line: 0,
  addedBy: 'U0SATO',
  addedAt: at('14:20'),
  dueAt: null,
  closedAt: null,
  closedBy: null,
  ...change,
})

/** One with its box, one that nobody has taken, one done. */
const someTodos: Todos = {
  open: 2,
  total: 3,
  list: [
    todo(1, { owner: 'U0ALICE', dueAt: at('14:50') }),
    todo(3, {
      words: '<@U0TANAKA> の見たエラー画面を <https://example.com/wiki|手順書> に貼る',
      source: 'menu',
      ts: null,
    }),
  ],
  closed: [todo(2, { words: '直前のデプロイを戻す', owner: 'U0SATO', state: 'done', closedAt: at('14:35') })],
}

const action = (n: number, change: Partial<ActionItem>): ActionItem => ({
  id: `act_${String(n).padStart(26, '0')}`,
  incidentId: 'inc_00000000000000000000000001',
  n,
  title: 'DB の接続数が上限の 8 割に達したら通知する',
  titled: true,
  owner: null,
  dueOn: null,
  kind: null,
  size: null,
  state: 'open',
  reason: null,
  source: 'reaction',
  channelId: 'C0INCIDENT',
  ts: `1763874000.00020${n}`,
  todoId: null,
  revision: 0,
  changedBy: null,
  addedBy: 'U0SATO',
  addedAt: at('15:20'),
  closedAt: null,
  closedBy: null,
  issueUrl: null,
  issueError: null,
  issueDetail: null,
  stranger: null,
  conflict: null,
  ...change,
})

/** One with all that it needs and an issue, one from a 💡 of which nothing is settled, one done and one waived. */
export const someActions: readonly ActionItem[] = [
  action(1, {
    owner: 'U0ALICE',
    dueOn: '2026-12-01',
    kind: 'detect',
    size: 's',
    issueUrl: 'https://github.com/example/service-a/issues/42',
  }),
  action(2, { title: '設定の変更を 2 人で確かめてから反映する' }),
  action(3, {
    title: '接続数の上限を上げる',
    owner: 'U0TANAKA',
    dueOn: '2026-11-25',
    kind: 'mitigate',
    size: 'm',
    state: 'done',
    closedAt: at('16:00'),
    closedBy: 'U0TANAKA',
  }),
  action(4, {
    title: null,
    state: 'waived',
    reason: '新しい基盤に移るので、古い側には手を入れない',
    closedAt: at('16:05'),
    closedBy: 'U0SATO',
  }),
]

const unwritten: Learning = {
  postmortem: {
    incidentId: 'inc_00000000000000000000000001',
    status: 'none',
    draftedAt: null,
    since: null,
    byHand: null,
    archives: null,
    filledThere: [],
  },
  written: new Map(),
  questions: [],
}

const question = (gap: Question['gap'], change: Partial<Question>): Question => ({
  id: `qst_${gap}`,
  incidentId: 'inc_00000000000000000000000001',
  gap,
  userId: 'U0SATO',
  channelId: null,
  askedAt: at('15:10'),
  passedBy: null,
  state: 'open',
  settledAt: null,
  settledBy: null,
  passedTo: null,
  ...change,
})

/** Sections as somebody wrote them, and whom was asked what. */
const learning = (texts: readonly [SectionKey, string][], questions: readonly Question[]): Learning => ({
  postmortem: { ...unwritten.postmortem, status: 'draft', draftedAt: at('15:06'), since: at('15:06') },
  written: new Map(
    texts.map(([section, words]) => [section, { section, version: 1, words, by: 'U0SATO', at: at('15:30') }]),
  ),
  questions,
})

/** The document as a draft on GitHub. */
const publication: Publication = {
  incidentId: 'inc_00000000000000000000000001',
  kind: 'github',
  place: 'example/postmortems',
  branch: 'sssbot/postmortem-サービスa-20261123i',
  path: 'postmortems/2026/サービスa-20261123i.md',
  secret: false,
  writtenBlob: null,
  intendedBlobs: [],
  number: 12,
  url: 'https://github.com/example/postmortems/pull/12',
  nodeId: 'PR_12',
  titleHash: null,
  state: 'draft',
  edited: false,
  draftRefused: false,
  readiedAt: null,
  reviewersAskedAt: null,
  labelledAt: null,
  without: [],
  adviceComment: null,
  adviceHash: null,
  differenceComment: null,
  differenceHash: null,
  error: null,
  detail: null,
  attempts: 0,
}

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

const page = (pager: string, event: PageEvent, state: Page['state'], error: string | null = null): Page => ({
  id: `page_${pager}`,
  incidentId: declared.incident.id,
  pager,
  n: 1,
  event,
  requestedAt: at('14:13'),
  state,
  attempts: 3,
  sendingUntil: null,
  error,
  settledAt: state === 'trying' ? null : at('14:14'),
  byHand: false,
  reason: null,
  answer: null,
  assignedTo: null,
})

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

/** Not all could be delivered, and not all could be called. */
export const troubled: Situation = {
  ...underWay,
  gaps: [
    { name: '@on-call', why: 'unknown' },
    { name: '#statuspage', why: 'unknown' },
    { name: '@service-b', why: 'groups:plan_upgrade_required' },
    { name: 'tanaka', why: 'reading' },
  ],
  outside: ['C0VENDOR'],
  problems: [
    { slot: 'broadcast:C0EXECUTIVES', error: 'channel_not_found' },
    { slot: 'invite:U0GUEST:declared', error: 'user_is_restricted' },
    { slot: 'bookmark', error: 'missing_scope' },
  ],
  pages: [page('oncall', 'trigger', 'failed', 'http_401'), page('duty', 'trigger', 'trying', 'timeout')],
  actions: [
    action(1, { owner: 'U0ALICE', dueOn: '2026-12-01', issueError: 'credentials', issueDetail: 'Bad credentials' }),
  ],
  people: [...underWay.people, { userId: 'U0GUEST', reason: 'declared', skipped: 'guest' }],
}

/** The document is a person's by now, and GitHub lets nobody in. */
export const unpublished: Situation = {
  ...recovered,
  publication: {
    ...publication,
    state: 'changes',
    edited: true,
    without: ['reviewers', 'labels'],
    error: 'forbidden',
    detail: 'Resource not accessible by <integration> & *such*',
    attempts: 4,
  },
}

/** Every role is held, some by many, and the handler works as well. */
export const crewed: Situation = {
  ...underWay,
  roles: [
    ...underWay.roles,
    { role: 'deputy', userId: 'U0ALICE', since: at('14:20') },
    { role: 'scribe', userId: 'U0TANAKA', since: at('14:21') },
    { role: 'liaison', userId: 'U0YAMAMOTO', since: at('14:22') },
    ...['U0SATO', 'U0ITO', 'U0WATANABE', 'U0BOB', 'U0SUZUKI', 'U0TAKAHASHI'].map((userId) => ({
      role: 'responder' as const,
      userId,
      since: at('14:23'),
    })),
  ],
}

/** The longest and nastiest words that people may type. */
export const longest: Situation = {
  ...underWay,
  incident: {
    ...underWay.incident,
    summary: '<!channel> & <@U0SATO> *強調*_斜体_ `code` 👩‍👩‍👧‍👦障害\n'.repeat(60).slice(0, 3000),
    impact: '🔥<https://example.com|x>&'.repeat(120).slice(0, 3000),
  },
  todos: {
    open: 120,
    total: 140,
    list: Array.from({ length: 120 }, (_, n) =>
      todo(n + 1, {
        id: `todo_${String(n).padStart(26, '0')}`,
        owner: n % 2 ? 'U0ALICE' : null,
        dueAt: n % 3 ? at('14:50') : null,
        words: '<!channel> &amp; <@U0SATO> *強調*_斜体_ `code` 👩‍👩‍👧‍👦障害\n'.repeat(60).slice(0, 3000),
      }),
    ),
    closed: Array.from({ length: 20 }, (_, n) => todo(n + 121, { state: 'done', words: null, closedAt: at('14:35') })),
  },
  actions: Array.from({ length: 80 }, (_, n) =>
    action(n + 1, {
      title: '<!channel> & <@U0SATO> *強調*_斜体_ `code` 👩‍👩‍👧‍👦障害 '.repeat(10).slice(0, 300),
      owner: n % 2 ? 'U0ALICE' : null,
      dueOn: n % 3 ? '2026-12-01' : null,
      kind: 'prevent',
      size: 'l',
      state: n < 40 ? 'open' : 'waived',
      reason: n < 40 ? null : '<!here>👩‍👩‍👧‍👦'.repeat(160).slice(0, 3000),
    }),
  ),
  lastUpdate: underWay.lastUpdate && {
    ...underWay.lastUpdate,
    condition: '<!channel> & <@U0SATO> *強調*_斜体_ `code` 👩‍👩‍👧‍👦障害\n'.repeat(60).slice(0, 3000),
    action: '&'.repeat(3000),
    need: '<!here>👩‍👩‍👧‍👦'.repeat(160).slice(0, 3000),
  },
}

export const situations = {
  reviewed,
  declared,
  silent,
  underWay,
  overdue,
  recovered,
  completed,
  cancelled,
  merged,
  absorbing,
  again,
  drill,
  secret,
  troubled,
  unpublished,
  crewed,
  longest,
}
