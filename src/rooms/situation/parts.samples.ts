import type { ActionItem } from '../actions/index.ts'
import type { PageEvent } from '../paging/facts.ts'
import type { Page } from '../paging/index.ts'
import type { Learning, Question, SectionKey } from '../postmortem/index.ts'
import type { Publication } from '../publishing/index.ts'
import { settingsSchema } from '../settings/index.ts'
import type { Todo, Todos } from '../todos/index.ts'
import type { Voice } from './words.ts'

/** What a situation is made of: a small fixed cast, and one evening's TODOs, action items and documents. */

export const at = (time: string): Date => new Date(`2026-11-23T${time}:00+09:00`)

const settings = settingsSchema.parse({
  services: {
    a: { name: { ja: 'サービスA', en: 'Service A' }, channel_name: 'サービスa', channels: ['#service-a'] },
    b: { name: { ja: 'サービスB', en: 'Service B' }, channel_name: 'サービスb' },
  },
})

export const voices: Record<'ja' | 'en', Voice> = { ja: { settings, locale: 'ja' }, en: { settings, locale: 'en' } }

export const todo = (n: number, change: Partial<Todo>): Todo => ({
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
export const someTodos: Todos = {
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

export const action = (n: number, change: Partial<ActionItem>): ActionItem => ({
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

export const unwritten: Learning = {
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

export const question = (gap: Question['gap'], change: Partial<Question>): Question => ({
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
export const learning = (texts: readonly [SectionKey, string][], questions: readonly Question[]): Learning => ({
  postmortem: { ...unwritten.postmortem, status: 'draft', draftedAt: at('15:06'), since: at('15:06') },
  written: new Map(
    texts.map(([section, words]) => [section, { section, version: 1, words, by: 'U0SATO', at: at('15:30') }]),
  ),
  questions,
})

/** The document as a draft on GitHub. */
export const publication: Publication = {
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

export const page = (pager: string, event: PageEvent, state: Page['state'], error: string | null = null): Page => ({
  id: `page_${pager}`,
  incidentId: 'inc_00000000000000000000000001',
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
