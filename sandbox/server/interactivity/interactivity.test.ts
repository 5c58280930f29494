import type { KnownBlock } from '@slack/web-api'
import { expect, it } from 'vitest'
import { withDefaults } from '../../block-kit/index.ts'
import { socketStory } from '../testing/test-app.ts'

const option = (value: string) => ({ text: { type: 'plain_text' as const, text: `選択肢 ${value}` }, value })

it('a menu in a message tells the app the whole option and what else is chosen there', async () => {
  await using story = await socketStory()
  const heard: unknown[] = []
  story.app.action('incident.menu', async ({ ack, body }) => {
    heard.push(body)
    await ack()
  })
  story.app.action('who', async ({ ack }) => ack())
  await story.start()
  const blocks: KnownBlock[] = [
    {
      type: 'actions',
      block_id: 'menu',
      elements: [
        { type: 'static_select', action_id: 'incident.menu', options: [option('update'), option('recover')] },
        { type: 'users_select', action_id: 'who' },
      ],
    },
  ]
  const { ts = '' } = await story.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'x', blocks })
  const click = { do: 'click', as: 'tanaka', channel: '#general', ts } as const
  expect(await story.driver.act({ ...click, action_id: 'who', value: 'sato' })).toMatchObject({ ok: true })
  expect(await story.driver.act({ ...click, action_id: 'incident.menu', value: 'recover' })).toMatchObject({ ok: true })
  expect(await story.driver.act({ ...click, action_id: 'incident.menu', value: 'explode' })).toMatchObject({
    ok: false,
  })
  expect(await story.driver.act({ ...click, action_id: 'incident.gone' })).toMatchObject({ ok: false })
  expect(heard).toEqual([
    expect.objectContaining({
      type: 'block_actions',
      user: expect.objectContaining({ id: 'U0TANAKA', name: 'tanaka' }),
      container: { type: 'message', message_ts: ts, channel_id: 'C0GENERAL', is_ephemeral: false },
      channel: { id: 'C0GENERAL', name: 'general' },
      message: expect.objectContaining({ ts, bot_id: 'B0SSSBOT01' }),
      state: {
        values: {
          menu: {
            'incident.menu': { type: 'static_select', selected_option: withDefaults(option('recover')) },
            who: { type: 'users_select', selected_user: 'U0SATO' },
          },
        },
      },
      actions: [
        expect.objectContaining({
          type: 'static_select',
          action_id: 'incident.menu',
          block_id: 'menu',
          selected_option: withDefaults(option('recover')),
        }),
      ],
      response_url: expect.stringContaining(story.sandbox.url),
    }),
  ])
})

it('an external menu asks the app for its options, and takes none that was not offered', async () => {
  await using story = await socketStory()
  story.app.options('channel', async ({ ack, options }) =>
    ack({ options: ['a', 'b'].map((each) => option(`${options.value}-${each}`)) }),
  )
  story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: '題' },
        submit: { type: 'plain_text', text: '送信' },
        blocks: [
          {
            type: 'input',
            block_id: 'channel',
            label: { type: 'plain_text', text: '項目' },
            element: { type: 'external_select', action_id: 'channel' },
          },
        ],
      },
    })
    await ack()
  })
  story.app.view(/.*/, async ({ ack }) => ack())
  await story.start()
  await story.driver.act({ do: 'shortcut', as: 'tanaka', callback_id: 'incident.declare.shortcut' })
  const view_id = (await story.driver.state()).views.U0TANAKA?.id ?? ''
  const asked = await story.driver.act({ do: 'suggest', as: 'tanaka', view_id, action_id: 'channel', value: 'x' })
  expect(asked).toMatchObject({ ok: true, options: [{ value: 'x-a' }, { value: 'x-b' }] })
  const submit = { do: 'submit', as: 'tanaka', view_id } as const
  expect(await story.driver.act({ ...submit, values: { channel: 'nowhere' } })).toMatchObject({ ok: false })
  expect(await story.driver.act({ ...submit, values: { channel: 'x-b' } })).toMatchObject({ ok: true, view: null })
})

it('closing a view is told to the app that wants to know; App Home is told and published', async () => {
  await using story = await socketStory()
  const heard: unknown[] = []
  story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
    const view = {
      type: 'modal',
      callback_id: 'told',
      notify_on_close: true,
      title: { type: 'plain_text', text: '題' },
      blocks: [{ type: 'divider' }],
    } as const
    await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...view, blocks: [...view.blocks] } })
    await ack()
  })
  story.app.view({ type: 'view_closed', callback_id: 'told' }, async ({ ack, body }) => {
    heard.push(body.type)
    await ack()
  })
  story.app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } })
  })
  await story.start()
  await story.driver.act({ do: 'shortcut', as: 'tanaka', callback_id: 'incident.declare.shortcut' })
  const view_id = (await story.driver.state()).views.U0TANAKA?.id ?? ''
  expect(await story.driver.act({ do: 'close', as: 'tanaka', view_id })).toMatchObject({ ok: true, view: null })
  expect(heard).toEqual(['view_closed'])
  expect(await story.driver.act({ do: 'close', as: 'tanaka', view_id })).toMatchObject({
    ok: false,
    error: 'この画面はもう開いていません。',
  })
  await story.driver.act({ do: 'open_home', as: 'alice' })
  await expect.poll(async () => (await story.driver.state()).homes.U0ALICE?.type).toBe('home')
})
