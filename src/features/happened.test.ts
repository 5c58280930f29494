import { describe, expect, test } from 'vitest'
import { type FactData, type FactOf, type FactType, person } from '../rooms/facts/index.ts'
import { happenedFacts, happeningOf, kindOfFact, type Turning, tellFact } from '../rooms/record/index.ts'
import { settingsSchema } from '../rooms/settings/index.ts'
import './all.ts'

const settings = settingsSchema.parse({ services: { a: { name: 'A' } } })
const names = new Map([['U0SATO', '佐藤 健']])
const fact = <Type extends FactType>(type: Type, data: FactData[Type]) =>
  ({
    id: 'fct_1',
    subject: 'incident:inc_1',
    n: 1,
    at: new Date('2026-11-23T05:00:00Z'),
    actor: person('U0SATO'),
    type,
    data,
    // The type and its data belong together.
  }) as unknown as FactOf<Type>
const told = <Type extends FactType>(type: Type, data: FactData[Type], locale: 'ja' | 'en' = 'ja') =>
  tellFact(fact(type, data), { locale, settings, names, todos: new Map() })
const stands = <Type extends FactType>(type: Type, data: FactData[Type]) =>
  happeningOf(type)?.stands?.(fact(type, data)) ?? true

describe('how facts read afterwards', () => {
  test('an incident that was reopened tells the reason, where there is one', () => {
    expect(told('incident.reopened', { from: 'recovered', level: null, reason: 'また <@U0SATO>\nが見た' })).toBe(
      '🚨 佐藤 健 が再開（理由: また @佐藤 健 が見た）',
    )
    expect(told('incident.reopened', { from: 'recovered', level: null, reason: null })).toBe('🚨 佐藤 健 が再開')
  })

  test('the types of an incident are named as the settings name them, and nobody’s are none', () => {
    const { availability } = settings.types
    expect(told('incident.type_set', { from: [], to: ['availability'] }, 'en')).toContain(availability.label.en)
    expect(told('incident.type_set', { from: ['availability'], to: [] }, 'en')).toContain('cleared')
  })

  test('a channel that was deleted was not archived', () => {
    expect(told('channel.archived', { by: null, because: 'deleted' })).toContain('削除')
    expect(told('channel.archived', { by: null })).toContain('アーカイブ')
  })

  test('an incident that was merged went its course', () => {
    expect(kindOfFact(fact('incident.merged', { into: 'inc_2' }))).toBe('course')
  })

  test('a page that only ends an alarm is no news', () => {
    const page = { page: 'pag_1', pager: 'oncall', attempts: 1 }
    expect(stands('paging.delivered', { ...page, event: 'trigger' })).toBe(true)
    expect(stands('paging.delivered', { ...page, event: 'resolve' })).toBe(false)
  })

  test('why a reminder was put off names people and calls nobody', () => {
    const data = { reminder: 'update', until: '2026-11-23T05:15:00Z', reason: '<@U0SATO> を待つ' }
    expect(told('timekeeper.snoozed', data)).toBe('💤 佐藤 健 がリマインダーを 14:15 まで遅らせた（@佐藤 健 を待つ）')
  })

  test('what an edit of the timeline left as it was is no turn', () => {
    const at = new Date('2026-11-23T05:00:00Z')
    const edit = { entry: 'note:1', n: 1, moment: null, words: '直した', hidden: false, reason: null, by: 'U0SATO', at }
    const note = { n: 1, moment: at, words: '書いた', by: 'U0SATO', at }
    const entry = {
      key: 'note:1',
      at,
      originalAt: at,
      words: '直した',
      hidden: false,
      edits: [edit],
      is: 'note',
      note,
    } as const
    const turning: Turning = {
      locale: 'ja',
      settings,
      name: (id) => id,
      at: (iso) => iso,
      day: (of) => of,
      said: (words) => words,
      entries: new Map([['note:1', { ...entry, edits: [{ ...edit, entry: 'note:1' }] }]]),
      original: () => '書いた',
    }
    const turns = happeningOf('record.entry_edited')?.turns?.(
      fact('record.entry_edited', {
        entry: 'note:1',
        n: 1,
        at: at.toISOString(),
        hidden: false,
        reworded: true,
        by: 'U0SATO',
      }),
      turning,
    )
    expect(turns).toEqual([{ what: '内容', from: '書いた', to: '直した' }])
  })

  test('what is said in the channel anyway, or is nobody else’s business, stands in the record of changes alone', () => {
    const quiet = [
      'upkeep.archive_put_off',
      'postmortem.written',
      'publishing.tried_again',
      'subscriptions.begun',
    ] as const
    const all = happenedFacts('all')
    expect(quiet.filter((type) => !all.includes(type))).toEqual([])
    const onTimeline = happenedFacts('timeline')
    expect(quiet.filter((type) => onTimeline.includes(type))).toEqual([])
  })
})
