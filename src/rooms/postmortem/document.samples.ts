import type { FactOf, FactType } from '../facts/index.ts'
import type { TimelineEntry } from '../record/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { type Document, gapsOf, type Reading } from './document.ts'
import { gapsShown, templateFor } from './template.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00+09:00`)

const names = new Map([
  ['U0SATO', '佐藤 健'],
  ['U0TANAKA', '田中 美咲'],
  ['U0ALICE', 'Alice Brown'],
  ['U0ITO', '伊藤 誠'],
])

/** What was said while it went on, in all that people put into Slack. */
const said = [
  '<@U0SATO> 接続数が上限です `max_connections=100` :fire:',
  'ログを見ました https://example.com/grafana?from=1&to=2#panel と #123 @octocat',
  '*再起動* したら治った？ | a | b |',
  '> 引用\n- リスト\n```\nSELECT 1;\n```',
  '<!channel> 復旧です <https://example.com/runbook|手順書>',
]

const entry = { words: null, hidden: false, edits: [] }

// Each sample gives a fact the data of its type.
const fact = <Type extends FactType>(type: Type, data: FactOf<Type>['data'], time: string): FactOf<Type> =>
  ({
    id: `fct_${type}_${time}`,
    subject: 'incident:inc_1',
    type,
    n: 1,
    at: at(time),
    data,
    actor: { kind: 'person', id: 'U0SATO' },
  }) as unknown as FactOf<Type>

const happened = (one: FactOf<FactType>): TimelineEntry => ({
  ...entry,
  is: 'fact',
  key: `fact:${one.id}`,
  at: one.at,
  originalAt: one.at,
  fact: one,
})

function message(words: string, n: number): TimelineEntry {
  const when = new Date(at('14:15').getTime() + n * 60_000)
  const ts = `1763874000.0000${n}`
  const place = { channelId: 'C0INCIDENT', ts, threadTs: null }
  const permalink = n % 2 ? `https://example.slack.com/archives/C0INCIDENT/p${ts.replace('.', '')}` : null
  const author = ['U0SATO', 'U0TANAKA', 'U0ALICE'][n % 3] ?? null
  return {
    ...entry,
    is: 'message',
    key: `message:C0INCIDENT:${ts}`,
    at: when,
    originalAt: when,
    message: { ...place, author, words, permalink, saidAt: when, kinds: ['timeline'], files: [] },
  }
}

const level = (from: string | null, to: string, reason: string | null, time: string) =>
  fact('incident.level_set', { from, to, reason, status: 'responding' }, time)

/** A long document, as it is when some has been written; `words` take the place of all that people wrote. */
export function documentOf(locale: 'ja' | 'en', words?: readonly string[]): { document: Document; reading: Reading } {
  const { recovered } = situations
  let turn = 0
  const or = (usual: string): string => words?.[turn++ % words.length] ?? usual
  const settings = { ...voices[locale].settings, language: locale }
  const incident = {
    ...recovered.incident,
    occurredAt: at('13:50'),
    summary: or(recovered.incident.summary),
    impact: or(recovered.incident.impact ?? ''),
  }
  const template = templateFor(incident, settings)
  const whole: Omit<Document, 'gaps'> = {
    incident,
    channel: recovered.channel,
    template,
    postmortem: { ...recovered.learning.postmortem, archives: 'https://example.slack.com/archives/' },
    written: new Map([...recovered.learning.written].map(([key, text]) => [key, { ...text, words: or(text.words) }])),
    levels: [
      level(null, 'level3', null, '14:14'),
      level('level3', 'level4', or('全ユーザーに広がった | 確認済み'), '14:40'),
    ],
    roles: [
      { role: 'handler', userId: 'U0SATO' },
      { role: 'handler', userId: 'U0ITO' },
      { role: 'responder', userId: 'U0ALICE' },
    ],
    firstUpdateAt: at('14:18'),
    actions: recovered.actions.map((item) => ({
      ...item,
      title: item.title === null ? null : or(item.title),
      reason: item.reason === null ? null : or(item.reason),
    })),
    todos: new Map(),
    timeline: [
      happened(
        fact('channel.created', { channel: 'C0INCIDENT', name: 'サービスa-20261123i', invitationId: null }, '14:10'),
      ),
      ...Array.from({ length: 24 }, (_, n) => message(or(said[n % said.length] ?? ''), n)),
      happened(level('level3', 'level4', null, '14:40')),
    ],
    messages: new Map([['announce:incident.level_set:1:C0INCIDENT', '1763876400.000100']]),
  }
  const people = words ? new Map([...names].map(([id, name]) => [id, or(name)])) : names
  return {
    document: { ...whole, gaps: gapsOf(whole, gapsShown(template)) },
    reading: { locale: template.language, settings, names: people },
  }
}
