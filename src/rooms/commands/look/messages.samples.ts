import { editEntryForm } from '../../../features/record/edit-entry.ts'
import { timelineForm } from '../../../features/record/timeline.ts'
import type { Fact, NewFact } from '../../facts/index.ts'
import type { Edit, Proposal, Telling, TimelineEntry } from '../../record/index.ts'
import type { Sample } from '../../situation/sample.ts'
import { situations, voices } from '../../situation/situation.samples.ts'

const now = new Date('2026-11-23T15:05:00+09:00')
const names = new Map([
  ['U0SATO', '佐藤 さくら'],
  ['U0ALICE', '<!channel>'],
])
const subject = 'incident:inc_00000000000000000000000001'
const asItWas = { at: now, originalAt: now, words: null, hidden: false, edits: [] }
const longest = '<!channel> &amp; <@U0SATO> *強調* `code` 👩‍👩‍👧‍👦障害\n'.repeat(60)

const happened = (change: Pick<NewFact, 'type' | 'data'>): TimelineEntry => ({
  is: 'fact',
  key: 'fact:fct_1',
  ...asItWas,
  fact: { id: 'fct_1', subject, n: 1, at: now, actor: { kind: 'person', id: 'U0SATO' }, ...change } as Fact,
})
const said = (words: string | null, files: { name: string; permalink: string }[] = []): TimelineEntry => ({
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
    files,
    saidAt: now,
    kinds: ['timeline', 'action', 'done', 'hypothesis', 'todo'],
  },
})
const note = (words: string): TimelineEntry => ({
  is: 'note',
  key: 'note:1',
  ...asItWas,
  note: { n: 1, moment: now, words, by: 'U0SATO', at: now },
})
const edit = (n: number, change: Partial<Edit>): Edit => ({
  entry: 'note:1',
  n,
  moment: now,
  words: null,
  hidden: false,
  reason: '記憶違い',
  by: 'U0SATO',
  at: now,
  ...change,
})
const edited = (entry: TimelineEntry, edits: Edit[]): TimelineEntry => {
  const { words = null, hidden = false } = edits.at(-1) ?? {}
  return { ...entry, words, hidden, edits }
}
const file = { name: 'graph.png', permalink: 'https://example.slack.com/files/F1' }

const timelines: Record<string, TimelineEntry[]> = {
  empty: [],
  ordinary: [
    happened({ type: 'incident.declared', data: {} as never }),
    happened({ type: 'incident.level_set', data: { from: null, to: 'level4', reason: null, status: 'responding' } }),
    happened({ type: 'incident.type_set', data: { from: [], to: ['availability'] } }),
    happened({ type: 'incident.kind_set', data: { from: 'drill', to: 'real', reason: null } }),
    happened({ type: 'incident.visibility_set', data: { from: 'public', to: 'private', invitationId: null } }),
    happened({
      type: 'incident.times_edited',
      data: { changes: [{ field: 'detected_at', from: null, to: null }], reason: null },
    }),
    happened({ type: 'roles.handed_over', data: { handOver: 'h', from: 'U0SATO', to: 'U0ITO', briefing: '' } }),
    happened({ type: 'roles.role_claimed', data: { role: 'scribe', user: 'U0SATO' } }),
    happened({
      type: 'calls.made',
      data: { n: 1, function: 'database', people: 3, skipped: 0, channels: [], gaps: [], reason: null },
    }),
    happened({ type: 'paging.delivered', data: { page: 'p', pager: 'oncall', event: 'trigger', attempts: 1 } }),
    happened({ type: 'assembly.linked', data: { channel: 'C0', threadTs: '1.2', isPrivate: false } }),
    happened({ type: 'incident.merged', data: { into: 'inc_2' } }),
    said('14:02 に <@U0SATO> が deploy した &amp; 直後から増えた', [file]),
    said(null),
    happened({ type: 'todos.added', data: { id: situations.underWay.todos.list[0]?.id ?? '', n: 1 } as never }),
    note('電話で、決済代行に障害が無いことを確認'),
    edited(said('元の投稿'), [edit(1, { words: '<!here> 接続数が上限に達した' })]),
    edited(note('二度書いた'), [edit(1, { hidden: true })]),
    happened({ type: 'incident.recovered', data: {} as never }),
  ],
  longest: Array.from({ length: 80 }, () => said(longest)),
}

const propose = (words: string, reasons: Proposal['reasons']): Proposal => ({
  message: { channelId: 'C0INCIDENT', ts: '1795410000.000100', author: 'U0ALICE', words, saidAt: now },
  score: 4,
  reasons,
})
const proposals: Record<string, Proposal[]> = {
  empty: [],
  ordinary: [
    propose('原因が判明しました。<@U0SATO> 接続数の上限です', [
      { is: 'topic', topic: 'cause' },
      { is: 'topic', topic: 'found' },
    ]),
    propose('<https://github.com/example/app/pull/42|#42> で直します', [{ is: 'link', to: 'pull-request' }]),
    propose('手伝います', [{ is: 'newcomer' }, { is: 'burst', count: 12 }]),
  ],
  longest: Array.from({ length: 8 }, () => propose(longest, [{ is: 'topic', topic: 'switch' }])),
}

const tellingIn = (locale: 'ja' | 'en'): Telling => ({
  locale,
  settings: voices[locale].settings,
  names,
  todos: new Map(situations.underWay.todos.list.map(({ id, words }) => [id, words])),
})

const changed: Record<string, TimelineEntry> = {
  untouched: said('14:02 に deploy した'),
  changed: edited(said('14:02 に deploy した'), [
    edit(1, { words: '14:02 にデプロイ' }),
    edit(2, { words: '14:05 にデプロイ', reason: null, by: 'U0ALICE' }),
  ]),
  longest: edited(
    said(longest),
    Array.from({ length: 9 }, (_, n) => edit(n + 1, { words: longest.slice(0, 3000), reason: longest.slice(0, 1000) })),
  ),
}

export const samples: Sample[] = [
  ...Object.entries(timelines).map(([state, entries]) => ({
    name: `commands/timeline/${state}`,
    to: 'form' as const,
    about: [situations.underWay],
    render: (locale: 'ja' | 'en') =>
      timelineForm(
        { entries, proposals: proposals[state] ?? [], telling: tellingIn(locale) },
        situations.underWay,
        voices[locale],
      ),
  })),
  ...Object.entries(changed).map(([state, entry]) => ({
    name: `commands/edit-entry/${state}`,
    to: 'form' as const,
    about: [situations.underWay],
    render: (locale: 'ja' | 'en') => editEntryForm(entry, tellingIn(locale), situations.underWay, voices[locale]),
  })),
]
