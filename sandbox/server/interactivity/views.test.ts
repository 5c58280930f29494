import type { ViewClosedAction, ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/web-api'
import { expect, it } from 'vitest'
import { socketStory } from '../testing/test-app.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

const form: ModalView = {
  type: 'modal',
  callback_id: 'root',
  notify_on_close: true,
  title: plain('題'),
  submit: plain('送信'),
  blocks: [
    {
      type: 'input',
      block_id: 'summary',
      label: plain('何が'),
      element: { type: 'plain_text_input', action_id: 'text', min_length: 10 },
    },
    {
      type: 'input',
      block_id: 'count',
      label: plain('件数'),
      optional: true,
      element: { type: 'number_input', action_id: 'number', is_decimal_allowed: false },
    },
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'more', text: plain('もっと') }] },
  ],
}

async function withForm() {
  const story = await socketStory()
  const seen: ViewOutput[] = []
  const closed: [string, boolean][] = []
  story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    await ack()
  })
  story.app.action('more', async ({ ack, body, client }) => {
    if (!('view' in body) || !body.view) throw new Error('the click came without its view')
    seen.push(body.view)
    await client.views.push({ trigger_id: body.trigger_id, view: { ...form, callback_id: 'upper' } })
    await ack()
  })
  story.app.view<ViewClosedAction>({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
    closed.push([body.view.callback_id, body.is_cleared])
    await ack()
  })
  await story.start()
  await story.driver.act({ do: 'shortcut', as: 'tanaka', callback_id: 'incident.declare.shortcut' })
  const open = async () => (await story.driver.state()).views.U0TANAKA?.id ?? ''
  return { story, seen, closed, open, [Symbol.asyncDispose]: () => story[Symbol.asyncDispose]() }
}

it('a click in a form tells the app what was typed so far, even what could not be sent yet', async () => {
  await using told = await withForm()
  const click = { do: 'click', as: 'tanaka', view_id: await told.open(), action_id: 'more' } as const
  const typed = { summary: '決済が', count: '1.5' }
  expect(await told.story.driver.act({ ...click, values: typed })).toMatchObject({ ok: true })
  expect(told.seen[0]?.state.values).toEqual({
    summary: { text: { type: 'plain_text_input', value: '決済が' } },
    count: { number: { type: 'number_input', value: '1.5' } },
  })
  expect(await told.story.driver.act({ ...click, values: { elsewhere: 'x' } })).toMatchObject({ ok: false })
})

it('closing one view goes back to the view below; closing all tells the app that the whole stack is gone', async () => {
  await using told = await withForm()
  const { act } = told.story.driver
  const root = await told.open()
  const push = { do: 'click', as: 'tanaka', view_id: root, action_id: 'more' } as const
  await act(push)
  expect(await act({ do: 'close', as: 'tanaka', view_id: await told.open() })).toMatchObject({ view: { id: root } })
  expect(told.closed.splice(0)).toEqual([['upper', false]])
  await act(push)
  expect(await act({ do: 'close', as: 'tanaka', view_id: await told.open(), all: true })).toMatchObject({ view: null })
  expect(told.closed.toSorted()).toEqual([
    ['root', true],
    ['upper', true],
  ])
})
