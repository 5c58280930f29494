import { action, at, page, publication, todo } from './parts.samples.ts'
import type { Situation } from './situation.ts'
import { recovered, underWay } from './usual.samples.ts'

/** Where not all goes well, and where there is as much as there can be. */

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
