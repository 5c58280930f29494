import { expect, test } from 'vitest'
import { input, type ModalView, modal, textInput } from '../../kit/block-kit/index.ts'
import { compared, havingRead, remembering, seenFields } from './meanwhile.ts'

const form = (summary: string, impact?: string): ModalView =>
  modal({
    callbackId: 'incident.edit-summary',
    title: 'Edit',
    submit: 'Send',
    close: 'Cancel',
    metadata: { incident: 'inc_1' },
    blocks: [
      input({ id: 'summary', label: 'Summary', element: textInput({ initial: summary }) }),
      input({ id: 'impact', label: 'Impact', optional: true, element: textInput({ initial: impact }) }),
    ],
  })

const seenIn = (view: ModalView) => seenFields.parse(JSON.parse(remembering(view).private_metadata ?? '').seen)

test('what nobody else has touched goes through as it was sent', () => {
  const sent = { summary: 'Checkout is down', impact: null }
  expect(compared(sent, seenIn(form('Checkout is slow')), form('Checkout is slow'))).toEqual({
    values: sent,
    crossed: [],
  })
})

test('what the sender did not touch stays as somebody else has put it', () => {
  const { values, crossed } = compared(
    { summary: 'Checkout is down', impact: null },
    seenIn(form('Checkout is slow')),
    form('Checkout is slow', 'One order in five'),
  )
  expect([values, crossed]).toEqual([{ summary: 'Checkout is down', impact: 'One order in five' }, []])
})

test('what both have changed crosses, once: whoever has read it may put their own in its place', () => {
  const [before, now] = [form('Checkout is slow'), form('Checkout fails')]
  const sent = { summary: 'Checkout is down', impact: null }
  const { crossed } = compared(sent, seenIn(before), now)
  expect(crossed.map(({ id, initial }) => [id, initial])).toEqual([['summary', 'Checkout fails']])
  expect(compared(sent, havingRead(seenIn(before), crossed), now)).toEqual({ values: sent, crossed: [] })
})

test('two who write the same agree, and a form that is sent twice does not cross itself', () => {
  const sent = { summary: ' Checkout fails ', impact: null }
  expect(compared(sent, seenIn(form('Checkout is slow')), form('Checkout fails')).crossed).toEqual([])
})
