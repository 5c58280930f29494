import { describe, expect, test } from 'vitest'
import {
  dateInput,
  dateTimeInput,
  type InputElement,
  input,
  modal,
  option,
  select,
  textInput,
  userInput,
  usersInput,
} from '../../kit/block-kit/index.ts'
import type { Fills } from '../faces/spoken.ts'
import type { Heard } from '../words/index.ts'
import { filled } from './prefill.ts'

/** A Monday, half past two in the afternoon in Tokyo. */
const moment = { now: new Date('2026-11-23T14:30:00+09:00'), timezone: 'Asia/Tokyo' }

/** What one field of a form holds after something was said. */
function holds(element: InputElement, fills: Fills, heard: Heard): unknown {
  const view = modal({ callbackId: 'x', title: 'x', close: 'x', blocks: [input({ id: 'field', label: 'x', element })] })
  const [block] = filled(view, fills, heard, moment).blocks
  if (block?.type !== 'input') throw new Error('The field is gone')
  const its = block.element
  switch (its.type) {
    case 'plain_text_input':
      return its.initial_value
    case 'users_select':
      return its.initial_user
    case 'multi_users_select':
      return its.initial_users
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return its.initial_option?.value
    case 'checkboxes':
      return its.initial_options?.map(({ value }) => value)
    case 'datetimepicker':
      return its.initial_date_time && new Date(its.initial_date_time * 1000).toISOString()
    case 'datepicker':
      return its.initial_date
    default:
      return undefined
  }
}

const hour = 60 * 60_000
const menu = () =>
  select({ actionId: 'x', options: ['none', '15', '30', '60'].map((each) => option(each, `${each} min`)) })
const levels = ['level3', 'level4'].map((key) => option(key, key.replace('level', 'Level ')))

describe('words', () => {
  const field = () => textInput({ max: 20 })
  test.each([
    ['are taken by the field that is for them', { text: 'field' }, { text: '切り戻した' }, '切り戻した'],
    ['are cut to what the field takes', { text: 'field' }, { text: 'x'.repeat(30) }, `${'x'.repeat(19)}…`],
    ['are nothing for another field', { text: 'other' }, { text: '切り戻した' }, undefined],
    ['that were not said leave it empty', { text: 'field' }, {}, undefined],
  ])('%s', (_, fills, heard, value) => expect(holds(field(), fills, heard)).toBe(value))

  test('that only name the choice are no reason beside it', () => {
    const blocks = [
      input({ id: 'level', label: 'x', element: select({ actionId: 'x', options: levels }) }),
      input({ id: 'reason', label: 'x', element: textInput({ max: 100 }) }),
    ]
    const view = modal({ callbackId: 'x', title: 'x', close: 'x', blocks })
    const reason = (text: string) => {
      const block = filled(view, { choice: 'level', text: 'reason' }, { text }, moment).blocks[1]
      return block?.type === 'input' && block.element.type === 'plain_text_input' && block.element.initial_value
    }
    expect(reason('level 4')).toBeUndefined()
    expect(reason('level 4 since every shop is down')).toBe('level 4 since every shop is down')
  })
})

describe('people', () => {
  const heard = { people: ['U0ITO', 'U0ALICE'] }
  test('the first is the one, of a field for one; all are added, each once, to a field for many', () => {
    expect(holds(userInput(), { people: 'field' }, heard)).toBe('U0ITO')
    expect(holds(userInput('U0SATO'), { people: 'field' }, {})).toBe('U0SATO')
    expect(holds(usersInput(['U0SATO', 'U0ITO']), { people: 'field' }, heard)).toEqual(['U0SATO', 'U0ITO', 'U0ALICE'])
    expect(holds(usersInput(), { people: 'other' }, heard)).toBeUndefined()
  })
})

describe('a choice', () => {
  test.each([
    ['of a menu', () => select({ actionId: 'x', options: levels }), 'level4'],
    ['of buttons', (): InputElement => ({ type: 'radio_buttons', action_id: 'x', options: levels }), 'level4'],
    ['of boxes', (): InputElement => ({ type: 'checkboxes', action_id: 'x', options: levels }), ['level4']],
  ])('%s is made by its name', (_, element, value) => {
    expect(holds(element(), { choice: 'field' }, { text: 'Level 4' })).toEqual(value)
    expect(holds(element(), { choice: 'field' }, { text: 'level' })).toBeUndefined()
  })
})

describe('minutes', () => {
  test.each([
    ['those that are offered', { spanMs: 0.5 * hour }, '30'],
    ['the nearest that are offered', { spanMs: 20 * 60_000 }, '15'],
    ['the most, of a day', { spanMs: 24 * hour }, '60'],
    ['as many as are left until an hour', { clock: { hour: 14, minute: 58 } }, '30'],
    ['none, where no time was said', {}, undefined],
  ])('%s', (_, heard, value) => expect(holds(menu(), { minutes: 'field' }, heard)).toBe(value))
})

describe('a moment', () => {
  const at = (lies: 'behind' | 'ahead', heard: Heard) =>
    holds(dateTimeInput(new Date('2026-11-30T10:00:00+09:00')), { moment: { field: 'field', lies } }, heard)
  const iso = (local: string) => new Date(`${local}:00+09:00`).toISOString()
  const proposed = iso('2026-11-30T10:00')
  test.each([
    [
      'behind, by the clock: the last time it was that late',
      'behind',
      { clock: { hour: 14, minute: 20 } },
      '2026-11-23T14:20',
    ],
    [
      'behind, by a clock that is to come today: yesterday',
      'behind',
      { clock: { hour: 23, minute: 0 } },
      '2026-11-22T23:00',
    ],
    ['ahead, by the clock', 'ahead', { clock: { hour: 15, minute: 0 } }, '2026-11-23T15:00'],
    ['ahead, by a clock that is gone today: tomorrow', 'ahead', { clock: { hour: 9, minute: 0 } }, '2026-11-24T09:00'],
    ['so long ago', 'behind', { spanMs: hour, isAgo: true }, '2026-11-23T13:30'],
    ['in so long', 'ahead', { spanMs: 2 * hour }, '2026-11-23T16:30'],
    ['of a day and an hour', 'ahead', { day: { inDays: 1 }, clock: { hour: 10, minute: 0 } }, '2026-11-24T10:00'],
    ['of a day alone, at the hour that is proposed', 'ahead', { day: { weekday: 3 } }, '2026-11-25T10:00'],
  ] as const)('%s', (_, lies, heard, local) => expect(at(lies, heard)).toBe(iso(local)))

  test.each([
    ['ago, of what lies ahead', 'ahead', { spanMs: hour, isAgo: true }],
    ['to come, of what lies behind', 'behind', { spanMs: hour }],
    ['a day alone, of what lies behind', 'behind', { day: { inDays: -1 } }],
    ['nothing', 'ahead', {}],
  ] as const)('%s says no moment', (_, lies, heard) => expect(at(lies, heard)).toBe(proposed))
})

describe('a day', () => {
  test.each([
    ['tomorrow', { day: { inDays: 1 } }, '2026-11-24'],
    ['the weekday of today is next week’s', { day: { weekday: 1 } }, '2026-11-30'],
    ['a Friday is the next one', { day: { weekday: 5 } }, '2026-11-27'],
    ['a date to come is this year’s', { day: { month: 12, date: 5 } }, '2026-12-05'],
    ['one that is gone is next year’s', { day: { month: 1, date: 5 } }, '2027-01-05'],
    ['with its year it is as said', { day: { month: 1, date: 5, year: 2026 } }, '2026-01-05'],
    ['so many days', { spanMs: 3 * 24 * hour }, '2026-11-26'],
    ['less than a day is none', { spanMs: 3 * hour }, undefined],
    ['days ago are none', { spanMs: 3 * 24 * hour, isAgo: true }, undefined],
  ] as const)('%s', (_, heard, value) => expect(holds(dateInput(), { day: 'field' }, heard)).toBe(value))
})

test('a form whose verb takes nothing stays as it is', () => {
  const view = modal({ callbackId: 'x', title: 'x', close: 'x', blocks: [] })
  expect(filled(view, undefined, { text: 'x' }, moment)).toBe(view)
})
