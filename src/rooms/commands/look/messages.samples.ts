import type { Sample } from '../../../kit/block-kit/index.ts'
import type { Fact, NewFact } from '../../facts/index.ts'
import type { TimelineEntry } from '../../record/index.ts'
import { situations, voices } from '../../situation/situation.samples.ts'
import { timelineMessage } from './timeline.ts'

const now = new Date('2026-11-23T15:05:00+09:00')
const names = new Map([
  ['U0SATO', '佐藤 さくら'],
  ['U0ALICE', '<!channel>'],
])
const subject = 'incident:inc_00000000000000000000000001'
const asItWas = { at: now, originalAt: now, words: null, hidden: false, edits: [] }
const happened = (change: Pick<NewFact, 'type' | 'data'>): TimelineEntry => ({
  is: 'fact',
  key: 'fact:fct_1',
  ...asItWas,
  fact: { id: 'fct_1', subject, n: 1, at: now, actor: { kind: 'person', id: 'U0SATO' }, ...change } as Fact,
})
const said = (words: string | null): TimelineEntry => ({
  is: 'message',
  key: 'message:C0INCIDENT:1795410000.000100',
  ...asItWas,
  message: {
    channelId: 'C0INCIDENT',
    ts: '1795410000.000100',
    threadTs: null,
    author: 'U0ALICE',
    words,
    permalink:
      'https://example.slack.com/archives/C0INCIDENT/p1795410000000100?thread_ts=1795410000.000000&cid=C0INCIDENT',
    files: [],
    saidAt: now,
    kinds: ['timeline', 'action', 'done', 'hypothesis', 'todo'],
  },
})
const todos = new Map(situations.underWay.todos.list.map(({ id, words }) => [id, words]))
const timelines: Record<string, TimelineEntry[]> = {
  empty: [],
  ordinary: [
    happened({ type: 'incident.declared', data: {} as never }),
    happened({ type: 'incident.level_set', data: { from: null, to: 'level4', reason: null, status: 'responding' } }),
    said('14:02 に <@U0SATO> が deploy した &amp; 直後から増えた'),
    said(null),
    happened({ type: 'todos.added', data: { id: situations.underWay.todos.list[0]?.id ?? '', n: 1 } as never }),
    happened({ type: 'incident.recovered', data: {} as never }),
  ],
  longest: Array.from({ length: 60 }, () => said('<!channel> &amp; <@U0SATO> *強調* `code` 👩‍👩‍👧‍👦障害\n'.repeat(60))),
}

export const samples: Sample[] = Object.entries(timelines).map(([state, entries]) => ({
  name: `commands/timeline/${state}`,
  render: (locale: 'ja' | 'en') =>
    timelineMessage(entries, { locale, settings: voices[locale].settings, names, todos }, voices[locale]),
}))
