import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unable } from '../control/words.ts'
import { plantSeed, seedTeam } from '../seed/index.ts'
import { Workspace } from '../workspace/workspace.ts'
import { entryFor } from './element-value.ts'
import { secondsOf } from './zoned-time.ts'

const workspace = new Workspace(seedTeam, () => Date.parse('2026-11-23T00:00:00Z'))
plantSeed(workspace)
const person = workspace.userByHandle('tanaka')
if (!person) throw new Error('the seed has no tanaka')
const input = { workspace, person }
const options = ['a', 'b', 'c'].map((value) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value }))

describe('what a person puts in', () => {
  it.each([
    [{ type: 'plain_text_input' }, 'x', { value: 'x' }],
    [{ type: 'plain_text_input' }, '', { value: null }],
    [{ type: 'static_select', options }, 'b', { selected_option: options[1] }],
    [{ type: 'static_select', option_groups: [{ options }] }, 'C', { selected_option: options[2] }],
    [{ type: 'multi_static_select', options }, ['a', 'c'], { selected_options: [options[0], options[2]] }],
    [{ type: 'checkboxes', options }, [], { selected_options: [] }],
    [{ type: 'radio_buttons', options }, 'a', { selected_option: options[0] }],
    [{ type: 'users_select' }, '@sato', { selected_user: 'U0SATO' }],
    [{ type: 'multi_users_select' }, ['sato', 'U0ALICE'], { selected_users: ['U0SATO', 'U0ALICE'] }],
    [{ type: 'channels_select' }, '#general', { selected_channel: 'C0GENERAL' }],
    [{ type: 'datepicker' }, '2026-11-23', { selected_date: '2026-11-23' }],
    [{ type: 'timepicker' }, '2026-11-23T09:30', { selected_time: '09:30' }],
    [{ type: 'datetimepicker' }, '2026-11-23T09:00:00Z', { selected_date_time: 1_795_424_400 }],
    [{ type: 'datetimepicker' }, '2026-11-23T18:00', { selected_date_time: 1_795_424_400 }],
    [{ type: 'number_input' }, 42, { value: '42' }],
  ])('%o with %o', (element, raw, fields) => {
    expect(entryFor(element, raw, input)).toEqual({ type: element.type, ...fields })
  })

  it.each([
    [{ type: 'static_select', options }, 'z', 'no_such_option'],
    [{ type: 'users_select' }, 'ogawa', 'no_such_person'],
    [{ type: 'channels_select' }, '#csirt', 'no_such_channel'],
    [{ type: 'plain_text_input', max_length: 2 }, 'xyz', 'too_long'],
    [{ type: 'plain_text_input', min_length: 2 }, 'x', 'too_short'],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'bad_number'],
    [{ type: 'number_input', max_value: '5' }, '6', 'bad_number'],
    [{ type: 'email_text_input' }, 'x', 'bad_email'],
    [{ type: 'datetimepicker' }, 'tomorrow', 'bad_date'],
    [{ type: 'multi_static_select', options, max_selected_items: 1 }, ['a', 'b'], 'too_many'],
  ])('%o refuses %o', (element, raw, key) => {
    expect(() => entryFor(element, raw, input)).toThrow(expect.objectContaining({ key }))
    expect(() => entryFor(element, raw, input)).toThrow(Unable)
  })

  it('a moment means the same with and without its zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const local = new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)
          expect(secondsOf(local, 'Asia/Tokyo')).toBe(secondsOf(`${local}+09:00`, 'America/New_York'))
        },
      ),
    )
  })
})
