import { describe, expect, it } from 'vitest'
import { checkView } from './index.ts'
import { actions, button, home, input, modal, option, plain, section, select } from './samples.ts'

const writing = (extra: object = {}) => input({ type: 'plain_text_input', ...extra })

describe('a view that Slack opens', () => {
  it.each<[string, unknown]>([
    [
      'the modal of the reference',
      {
        type: 'modal',
        title: plain('Quite a plain modal'),
        submit: plain('Create'),
        blocks: [
          {
            type: 'input',
            block_id: 'a_block_id',
            label: { type: 'plain_text', text: 'A simple label', emoji: true },
            optional: false,
            element: { type: 'plain_text_input', action_id: 'an_action_id' },
          },
        ],
        private_metadata: 'Shh it is a secret',
        callback_id: 'identify_your_modals',
        external_id: '',
        clear_on_close: false,
        notify_on_close: false,
      },
    ],
    [
      'the home of the reference',
      home(
        [{ type: 'section', block_id: '2WGp9', text: { type: 'mrkdwn', text: 'A simple section.', verbatim: false } }],
        { private_metadata: 'Shh it is a secret', callback_id: 'identify_your_home_tab' },
      ),
    ],
    ['an empty home', home([])],
    [
      'a modal that only tells',
      {
        type: 'modal',
        title: plain('Told'),
        blocks: [section('x'), { type: 'alert', text: plain('mind'), level: 'warning' }],
      },
    ],
    [
      'every field to write in',
      modal(
        [
          writing({ multiline: true, min_length: 1, max_length: 3000, initial_value: '', focus_on_load: true }),
          input({ type: 'email_text_input' }),
          input({ type: 'url_text_input' }),
          input({ type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '60' }),
          input({ type: 'rich_text_input' }),
          input({ type: 'file_input', filetypes: ['pdf'], max_files: 1 }),
          input({ type: 'timepicker', initial_time: '09:30', timezone: 'Asia/Tokyo' }),
          input({ type: 'multi_users_select', initial_users: ['U1'], max_selected_items: 3 }),
          input({ type: 'multi_conversations_select', filter: { include: ['public'] } }),
          input({ type: 'radio_buttons', options: [option('real'), option('drill')], initial_option: option('real') }),
          input({ type: 'checkboxes', options: [{ text: { type: 'mrkdwn', text: '*c*' }, value: 'c' }] }),
          input(select(), { optional: true, hint: plain('You can change it later') }),
        ].map((block, i) => ({ ...block, block_id: `field-${i}` })),
      ),
    ],
  ])('%s', (_, view) => {
    expect(checkView(view)).toEqual([])
  })
})

describe('a view that Slack refuses', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'must provide an object [json-pointer:/view]'],
    ['a type of its own', { type: 'message', blocks: [] }, 'unsupported type: message [json-pointer:/view/type]'],
    [
      'a modal without a title',
      { type: 'modal', blocks: [section('x')] },
      'missing required field: title [json-pointer:/view]',
    ],
    [
      'a modal without blocks',
      { type: 'modal', title: plain('x') },
      'missing required field: blocks [json-pointer:/view]',
    ],
    [
      'a question with no way to answer',
      { type: 'modal', title: plain('x'), blocks: [section('x'), writing()] },
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
    ],
    ['a home with a title', home([], { title: plain('x') }), 'invalid additional property: title [json-pointer:/view]'],
    [
      'what only Slack says of a view',
      modal([section('x')], { id: 'V1' }),
      'invalid additional property: id [json-pointer:/view]',
    ],
    [
      'a title in mrkdwn',
      modal([section('x')], { title: { type: 'mrkdwn', text: 'x' } }),
      'unsupported type: mrkdwn [json-pointer:/view/title/type]',
    ],
    [
      'Markdown',
      modal([{ type: 'markdown', text: '# x' }]),
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
    [
      'a table in a modal',
      modal([{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }]),
      'unsupported type: table',
    ],
    [
      'an alert at home',
      home([{ type: 'alert', text: plain('x') }]),
      'unsupported type: alert [json-pointer:/view/blocks/0/type]',
    ],
    [
      'a button to answer with',
      modal([input(button())]),
      'unsupported type: button [json-pointer:/view/blocks/0/element/type]',
    ],
    [
      'a question without words',
      modal([{ type: 'input', element: { type: 'plain_text_input' } }]),
      'missing required field: label [json-pointer:/view/blocks/0]',
    ],
    [
      'a least above its most',
      modal([writing({ min_length: 9, max_length: 3 })]),
      'must be less than or equal to `max_length` [json-pointer:/view/blocks/0/element/min_length]',
    ],
    [
      'two fields that want the cursor',
      modal([writing({ focus_on_load: true }), writing({ focus_on_load: true })]),
      'only one element can have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]',
    ],
    [
      'a number field that does not say which numbers',
      modal([input({ type: 'number_input' })]),
      'missing required field: is_decimal_allowed',
    ],
    [
      'two blocks of one name',
      modal([
        { ...writing(), block_id: 'summary' },
        { ...writing(), block_id: 'summary' },
      ]),
      '`block_id` "summary" already exists [json-pointer:/view/blocks/1/block_id]',
    ],
    [
      'a preset person that is none',
      modal([input({ type: 'users_select', initial_user: '#general' })]),
      'must be a valid user ID',
    ],
    ['an empty filter', modal([input({ type: 'conversations_select', filter: {} })]), 'must define one of `include`'],
  ])('%s', (_, view, message) => {
    expect(checkView(view)).toContainEqual({
      error: 'invalid_arguments',
      pointer: expect.stringContaining('/view'),
      message: expect.stringContaining(`[ERROR] ${message}`),
    })
  })

  it('one of more than 250 kB, whatever it holds', () => {
    const heavy = Array.from({ length: 90 }, (_, i) =>
      actions(select({ options: Array.from({ length: 100 }, (_, j) => option(`${i}-${j}`)) })),
    )
    expect(checkView(modal(heavy))).toMatchObject([{ error: 'view_too_large' }])
  })
})
