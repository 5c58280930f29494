import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMessage, checkView } from './index.ts'
import type { Problem } from './problem.ts'
import { actions, button, home, input, modal, mrkdwn, option, options, plain, section, select } from './samples.ts'

const long = (length: number) => 'あ'.repeat(length)
const post = (block: object): Problem[] => checkMessage({ text: 'x', blocks: [block] })
const open = (element: object): Problem[] => checkView(modal([input(element)]))
const confirm = (extra: object) => ({
  title: plain('t'),
  text: plain('t'),
  confirm: plain('y'),
  deny: plain('n'),
  ...extra,
})

/** What is measured, its greatest size, and a payload of any given size. */
const limits: readonly (readonly [string, number, (size: number) => Problem[]])[] = [
  [
    'blocks of a message',
    50,
    (n) => checkMessage({ text: 'x', blocks: Array.from({ length: n }, () => ({ type: 'divider' })) }),
  ],
  ['blocks of a modal', 100, (n) => checkView(modal(Array.from({ length: n }, () => ({ type: 'divider' }))))],
  ['blocks of a home', 100, (n) => checkView(home(Array.from({ length: n }, () => ({ type: 'divider' }))))],
  ['text of a section', 3000, (n) => post(section(long(n)))],
  ['fields of a section', 10, (n) => post({ type: 'section', fields: Array.from({ length: n }, () => plain('x')) })],
  ['text of a field', 2000, (n) => post({ type: 'section', fields: [mrkdwn(long(n))] })],
  ['text of a header', 150, (n) => post({ type: 'header', text: plain(long(n)) })],
  ['id of a block', 255, (n) => post({ type: 'divider', block_id: long(n) })],
  [
    'elements of actions',
    25,
    (n) => post(actions(...Array.from({ length: n }, (_, i) => button({ action_id: `a${i}` })))),
  ],
  [
    'elements of a context',
    10,
    (n) => post({ type: 'context', elements: Array.from({ length: n }, () => mrkdwn('x')) }),
  ],
  ['alternative text', 2000, (n) => post({ type: 'image', image_url: 'https://example.com/a.png', alt_text: long(n) })],
  ['text of a button', 75, (n) => post(actions(button({ text: plain(long(n)) })))],
  ['value of a button', 2000, (n) => post(actions(button({ value: long(n) })))],
  ['id of an action', 255, (n) => post(actions(button({ action_id: long(n) })))],
  ['label for screen readers', 75, (n) => post(actions(button({ accessibility_label: long(n) })))],
  ['title of a confirmation', 100, (n) => post(actions(button({ confirm: confirm({ title: plain(long(n)) }) })))],
  ['text of a confirmation', 300, (n) => post(actions(button({ confirm: confirm({ text: mrkdwn(long(n)) }) })))],
  ['button of a confirmation', 30, (n) => post(actions(button({ confirm: confirm({ deny: plain(long(n)) }) })))],
  ['options of a menu', 100, (n) => post(actions(select({ options: options(n) })))],
  [
    'groups of a menu',
    100,
    (n) =>
      post(
        actions({
          type: 'static_select',
          option_groups: Array.from({ length: n }, () => ({ label: plain('g'), options: options(1) })),
        }),
      ),
  ],
  ['text of an option', 75, (n) => post(actions(select({ options: [{ text: plain(long(n)), value: 'v' }] })))],
  ['value of an option', 150, (n) => post(actions(select({ options: [option(long(n))] })))],
  [
    'description of an option',
    75,
    (n) => post(actions(select({ options: [{ ...option('v'), description: plain(long(n)) }] }))),
  ],
  ['placeholder', 150, (n) => post(actions(select({ placeholder: plain(long(n)) })))],
  ['options of an overflow menu', 5, (n) => post(actions({ type: 'overflow', options: options(n) }))],
  ['checkboxes', 10, (n) => open({ type: 'checkboxes', options: options(n) })],
  ['radio buttons', 10, (n) => open({ type: 'radio_buttons', options: options(n) })],
  ['text of a card', 200, (n) => post({ type: 'card', body: mrkdwn(long(n)) })],
  [
    'rows of a table',
    100,
    (n) => post({ type: 'table', rows: Array.from({ length: n }, () => [{ type: 'raw_text', text: 'x' }]) }),
  ],
  [
    'cells of a row',
    20,
    (n) => post({ type: 'table', rows: [Array.from({ length: n }, () => ({ type: 'raw_text', text: 'x' }))] }),
  ],
  ['Markdown', 12_000, (n) => post({ type: 'markdown', text: long(n) })],
  ['title of a modal', 24, (n) => checkView(modal([section('x')], { title: plain(long(n)) }))],
  ['submit of a modal', 24, (n) => checkView(modal([section('x')], { submit: plain(long(n)) }))],
  ['close of a modal', 24, (n) => checkView(modal([section('x')], { close: plain(long(n)) }))],
  ['private metadata', 3000, (n) => checkView(modal([section('x')], { private_metadata: long(n) }))],
  ['callback id', 255, (n) => checkView(modal([section('x')], { callback_id: long(n) }))],
  ['external id', 255, (n) => checkView(modal([section('x')], { external_id: long(n) }))],
  [
    'label of an input',
    2000,
    (n) => checkView(modal([input({ type: 'plain_text_input' }, { label: plain(long(n)) })])),
  ],
  ['hint of an input', 2000, (n) => checkView(modal([input({ type: 'plain_text_input' }, { hint: plain(long(n)) })]))],
  ['what may be written', 3000, (n) => open({ type: 'plain_text_input', max_length: n })],
  ['what is written beforehand', 3000, (n) => open({ type: 'plain_text_input', initial_value: long(n) })],
  ['files', 10, (n) => open({ type: 'file_input', max_files: n })],
]

describe('each limit', () => {
  it.each(limits)('%s: %i is taken, one more is refused', (_, greatest, check) => {
    expect(check(greatest)).toEqual([])
    expect(check(greatest + 1)).not.toEqual([])
    expect(check(1)).toEqual([])
  })

  it.each(limits)('%s: whatever lies below %i is taken, whatever lies above is refused', (_, greatest, check) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: greatest }), (size) => {
        expect(check(size)).toEqual([])
      }),
      { numRuns: 5 },
    )
    fc.assert(
      fc.property(fc.integer({ min: greatest + 1, max: greatest * 3 }), (size) => {
        expect(check(size)).not.toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})
