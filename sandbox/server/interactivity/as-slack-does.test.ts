import type { KnownBlock, ModalView } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { ourApp } from '../app/installed-app.ts'
import { socketStory } from '../testing/test-app.ts'

const text = (words: string) => ({ type: 'plain_text' as const, text: words })
const button: KnownBlock = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'open', text: text('開く') }],
}

const asking: ModalView = {
  type: 'modal',
  callback_id: 'asking',
  title: text('題'),
  submit: text('送信'),
  blocks: [
    {
      type: 'input',
      block_id: 'where',
      label: text('どこ'),
      element: {
        type: 'conversations_select',
        action_id: 'where',
        default_to_current_conversation: true,
        response_url_enabled: true,
      },
    },
    {
      type: 'input',
      block_id: 'level',
      label: text('レベル'),
      element: {
        type: 'static_select',
        action_id: 'level',
        options: [{ text: text('1'), value: '1' }],
        initial_option: { text: { ...text('1'), emoji: true }, value: '1' },
      },
    },
  ],
}

describe('a form', () => {
  it('opens with the conversation that it was opened from, and lets the app answer there', async () => {
    await using story = await socketStory()
    const sent: { values: unknown; urls: { response_url: string; channel_id: string }[] }[] = []
    story.app.action('open', async ({ ack, body, client }) => {
      await ack()
      if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: asking })
    })
    story.app.view('asking', async ({ ack, view, body }) => {
      sent.push({ values: view.state.values, urls: 'response_urls' in body ? body.response_urls : [] })
      await ack()
    })
    await story.start()
    const { ts } = await story.app.client.chat.postMessage({ channel: 'C0SERVICEA', text: 'x', blocks: [button] })
    await story.driver.act({ do: 'click', as: 'tanaka', channel: '#service-a', ts, action_id: 'open' })
    await expect
      .poll(async () => (await story.driver.state()).views.U0TANAKA?.values)
      .toEqual({ where: 'C0SERVICEA', level: '1' })
    const view_id = (await story.driver.state()).views.U0TANAKA?.id
    expect(await story.driver.act({ do: 'submit', as: 'tanaka', view_id })).toMatchObject({ ok: true, view: null })
    expect(sent[0]?.values).toMatchObject({
      where: { where: { type: 'conversations_select', selected_conversation: 'C0SERVICEA' } },
      level: { level: { selected_option: { text: { ...text('1'), emoji: true }, value: '1' } } },
    })
    const [url] = sent[0]?.urls ?? []
    expect(url).toMatchObject({ channel_id: 'C0SERVICEA', block_id: 'where', action_id: 'where' })
    const body = JSON.stringify({ text: 'ここに' })
    const headers = { 'content-type': 'application/json' }
    await fetch(url?.response_url ?? '', { method: 'POST', body, headers })
    expect((await story.driver.messages('service-a')).at(-1)).toMatchObject({
      text: 'ここに',
      ephemeral_to: 'U0TANAKA',
    })
  })

  it('comes back with what Slack fills in', async () => {
    await using story = await socketStory()
    story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: asking })
    })
    await story.start()
    await story.driver.act({ do: 'shortcut', as: 'tanaka', callback_id: 'incident.declare.shortcut' })
    await expect
      .poll(async () => (await story.driver.state()).views.U0TANAKA?.title)
      .toEqual({ ...text('題'), emoji: true })
    const view = (await story.driver.state()).views.U0TANAKA
    expect(view?.blocks).toMatchObject([
      { label: { ...text('どこ'), emoji: true }, optional: false, dispatch_action: false },
      { element: { options: [{ text: { emoji: true } }], initial_option: { text: { emoji: true } } } },
    ])
    // Opened from nowhere: there is no conversation to begin with.
    expect(view?.values.where).toBe(null)
  })

  it('whose answer is refused says why, with the place, beside its delivery and in the log', async () => {
    const logged: string[] = []
    await using story = await socketStory({ log: (line) => logged.push(line) })
    story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: asking })
    })
    story.app.view('asking', ({ ack }) => ack({ response_action: 'update', view: { ...asking, blocks: [] } }))
    await story.start()
    await story.driver.act({ do: 'shortcut', as: 'tanaka', callback_id: 'incident.declare.shortcut' })
    await expect.poll(async () => (await story.driver.state()).views.U0TANAKA).toBeTruthy()
    const view_id = (await story.driver.state()).views.U0TANAKA?.id
    const values = { where: '#general' }
    expect(await story.driver.act({ do: 'submit', as: 'tanaka', view_id, values })).toMatchObject({ ok: false })
    const why = ['[ERROR] no fewer than 1 items allowed [json-pointer:/view/blocks]']
    expect((await story.driver.deliveries()).at(-1)).toMatchObject({ type: 'view_submission', why })
    expect(logged.at(-1)).toContain(why[0])
  })
})

describe('a slash command', () => {
  it.each([
    [true, '<@U0SATO|sato> を <#C0SERVICEA|service-a> へ &amp; すぐ'],
    [false, '@sato を #service-a へ & すぐ'],
  ])('with should_escape %s reaches the app as "%s"', async (escapes, words) => {
    const commands = ourApp.commands.map((each) => ({ ...each, should_escape: escapes }))
    await using story = await socketStory({ app: { ...ourApp, commands } })
    const heard: string[] = []
    story.app.command('/incident', async ({ ack, command: { text: said } }) => {
      heard.push(said)
      await ack()
    })
    await story.start()
    const typed = '@sato を #service-a へ & すぐ'
    await story.driver.act({ do: 'command', as: 'tanaka', channel: '#general', command: '/incident', text: typed })
    expect(heard).toEqual([words])
  })

  it.each([
    ['is no member', '#csirt-watch', 'yamada', 'このチャンネルのメンバーではありません。'],
    ['stands in an archived channel', '#csirt-watch', 'tanaka', 'このチャンネルはアーカイブされています。'],
  ])('is refused where its sender %s', async (why, channel, as, error) => {
    await using story = await socketStory()
    await story.driver.act({ do: 'create', as: 'tanaka', name: channel.slice(1) })
    if (why.includes('archived')) await story.driver.act({ do: 'archive', as: 'tanaka', channel })
    const deed = { do: 'command', as, channel, command: '/incident', text: '' } as const
    expect(await story.driver.act(deed)).toMatchObject({ ok: false, error })
    expect((await story.driver.deliveries()).map(({ type }) => type)).not.toContain('slash_commands')
  })
})

it('each new connection hears how many there are, and of which app', async () => {
  await using story = await socketStory()
  const hellos: unknown[] = []
  for (const _ of [1, 2]) {
    const { url } = await story.app.client.apps.connections.open({ token: 'xapp-sandbox' })
    const socket = new WebSocket(url ?? '')
    await new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        hellos.push(JSON.parse(String(data)))
        resolve()
      }
    })
  }
  expect(hellos).toMatchObject([
    { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0SSSBOT01' } },
    { type: 'hello', num_connections: 2, connection_info: { app_id: 'A0SSSBOT01' } },
  ])
})
