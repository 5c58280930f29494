import { expect, test } from 'vitest'
import { fieldActionId, input, modal, offer, option, optionsIn, select } from './index.ts'

const many = (count: number) => Array.from({ length: count }, (_, n) => option(`s${n}`, `サービス ${n}`))
const form = (count: number, initial?: string) =>
  modal({
    callbackId: 'form',
    title: 'Form',
    close: 'Close',
    blocks: [
      input({
        id: 'service',
        label: 'Service',
        element: select({ actionId: fieldActionId, options: many(count), ...(initial ? { initial } : {}) }),
      }),
    ],
  })
const more = (count: number, shown: number) => `${shown} of ${count}`

test('what fits is shown, what does not is searched, and nothing of it is out of reach', () => {
  expect(form(100)).toMatchObject({ blocks: [{ element: { type: 'static_select', options: { length: 100 } } }] })
  expect(form(101, 's100')).toMatchObject({
    blocks: [{ element: { type: 'external_select', min_query_length: 0, initial_option: { value: 's100' } } }],
  })
  for (const count of [1, 100, 101, 300])
    expect(optionsIn(form(count), 'service').map(({ value }) => value)).toEqual(many(count).map(({ value }) => value))
  expect(optionsIn(form(300), 'other')).toEqual([])
})

test('more finds than Slack takes say so', () => {
  expect(offer(many(100), '', more)).toEqual({ options: many(100) })
  expect(offer(many(300), '', more)).toMatchObject({
    option_groups: [{ label: { text: '100 of 300' }, options: { length: 100 } }],
  })
})

test.each([
  ['299', ['s299']],
  ['　２９９ ', ['s299']],
  ['さーびす 299', ['s299']],
  ['S299', ['s299']],
  [
    'サービス 9 29',
    ['s29', 's129', 's229', 's290', 's291', 's292', 's293', 's294', 's295', 's296', 's297', 's298', 's299'],
  ],
  ['決済', []],
])('%s finds what people mean', (query, found) => {
  const offered = offer(many(300), query, more)
  expect(
    'options' in offered && offered.options.map(({ value }) => value).filter((value) => found.includes(value)),
  ).toEqual(found)
})
