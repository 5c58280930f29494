import { describe, expect, it } from 'vitest'
import { form, inviting, opened } from './testing/inviting-app.ts'
import { httpStory, socketStory } from './testing/test-app.ts'

describe.each([
  ['Socket Mode', socketStory],
  ['signed HTTP', httpStory],
] as const)('over %s', (_, begin) => {
  it('a mention leads to a button, the button to a form, the form to the app', async () => {
    await using story = await begin()
    inviting(story)
    let heard: unknown
    story.app.view('incident.declare', async ({ ack, view }) => {
      heard = view.state.values
      await ack()
    })
    await story.start()
    const view_id = await opened(story)
    const values = { service: 'service-a', detected_at: '2026-11-23T10:00' }
    expect(await story.driver.act({ as: 'tanaka', do: 'submit', view_id, values })).toMatchObject({
      ok: true,
      view: null,
    })
    expect(heard).toEqual({
      service: {
        service: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'service-a', emoji: true }, value: 'service-a' },
        },
      },
      summary: { summary: { type: 'plain_text_input', value: 'ログインできない' } },
      detected_at: {
        detected_at: { type: 'datetimepicker', selected_date_time: Date.parse('2026-11-23T10:00+09:00') / 1000 },
      },
    })
  })

  it('a slash command and both shortcuts reach the app with a trigger that opens a view', async () => {
    await using story = await begin()
    const heard: string[] = []
    story.app.command('/incident', async ({ ack, command }) => {
      heard.push(`${command.command} ${command.text} in ${command.channel_name}`)
      await ack('一覧です')
    })
    story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    })
    story.app.shortcut('incident.declare.from_message', async ({ ack, shortcut }) => {
      if (shortcut.type === 'message_action') heard.push(`${shortcut.message.text}`)
      await ack()
    })
    await story.start()
    const { driver } = story
    expect(
      await driver.act({ as: 'alice', do: 'command', channel: '#general', command: '/incident', text: 'list' }),
    ).toMatchObject({ ok: true })
    expect(await driver.act({ as: 'alice', do: 'shortcut', callback_id: 'incident.declare.shortcut' })).toMatchObject({
      ok: true,
    })
    await expect.poll(async () => (await driver.state()).views.U0ALICE?.title).toEqual({ ...form.title, emoji: true })
    const post = await driver.act({ as: 'bob', do: 'post', channel: '#general', text: '遅い' })
    const ts = post.ok ? post.ts : ''
    const deed = {
      as: 'alice',
      do: 'message_shortcut',
      callback_id: 'incident.declare.from_message',
      channel: '#general',
      ts,
    } as const
    expect(await driver.act(deed)).toMatchObject({ ok: true })
    expect(heard).toEqual(['/incident list in general', '遅い'])
    const answer = (await driver.messages('general')).find((message) => message.text === '一覧です')
    expect(answer).toMatchObject({ ephemeral_to: 'U0ALICE', user: 'U0SSSBOT01' })
  })
})

describe('a form', () => {
  it("that misses a required field, or holds no such option, is not sent and says so in the person's language", async () => {
    await using story = await socketStory()
    inviting(story)
    await story.start()
    const view_id = await opened(story)
    expect(await story.driver.act({ as: 'tanaka', do: 'submit', view_id, values: {} })).toMatchObject({
      ok: false,
      error: 'この項目は必須です。',
      errors: { service: 'この項目は必須です。' },
    })
    const wrong = { service: 'service-z', nothing: 1 }
    expect(await story.driver.act({ as: 'tanaka', do: 'submit', view_id, values: wrong })).toMatchObject({
      ok: false,
      errors: { service: '選択肢にありません: service-z', nothing: expect.stringContaining('nothing') },
    })
    expect((await story.driver.deliveries()).filter(({ type }) => type === 'view_submission')).toEqual([])
  })

  it("stays with the app's errors, changes, stacks to three, and is cleared", async () => {
    await using story = await socketStory()
    inviting(story)
    const answers = ['errors', 'update', 'push', 'push', 'push', 'clear']
    story.app.view('incident.declare', async ({ ack }) => {
      const next = answers.shift()
      if (next === 'errors') await ack({ response_action: 'errors', errors: { summary: 'もう少し詳しく' } })
      else if (next === 'update')
        await ack({ response_action: 'update', view: { ...form, title: { type: 'plain_text', text: '更新' } } })
      else if (next === 'push') await ack({ response_action: 'push', view: form })
      else await ack({ response_action: 'clear' })
    })
    await story.start()
    const first = await opened(story)
    const send = (view_id: string) =>
      story.driver.act({ as: 'tanaka', do: 'submit', view_id, values: { service: 'service-b', summary: '入力' } })
    expect(await send(first)).toMatchObject({
      ok: true,
      ack: { errors: { summary: 'もう少し詳しく' } },
      view: { id: first, values: { summary: '入力' } },
    })
    expect(await send(first)).toMatchObject({
      ok: true,
      view: { id: first, title: { text: '更新' }, values: { summary: '入力' } },
    })
    const second = await send(first)
    expect(second).toMatchObject({ ok: true, view: { depth: 2, values: { summary: 'ログインできない' } } })
    const third = await send(second.ok ? (second.view?.id ?? '') : '')
    expect(third).toMatchObject({ ok: true, view: { depth: 3 } })
    const top = third.ok ? (third.view?.id ?? '') : ''
    expect(await send(top)).toMatchObject({ ok: false, error: expect.stringContaining('push_limit_reached') })
    expect(await send(top)).toMatchObject({ ok: true, view: null })
  })

  it('opens only with a fresh trigger, once', async () => {
    await using story = await socketStory()
    const errors: string[] = []
    story.app.shortcut('incident.declare.shortcut', async ({ ack, shortcut, client }) => {
      await ack()
      for (let round = 0; round < 2; round += 1) {
        await client.views
          .open({ trigger_id: shortcut.trigger_id, view: form })
          .catch((error) => errors.push(error.data.error))
      }
      await client.views.open({ trigger_id: '1.2.3', view: form }).catch((error) => errors.push(error.data.error))
    })
    await story.start()
    await story.driver.act({ as: 'tanaka', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    await expect.poll(() => errors).toEqual(['exchanged_trigger_id', 'invalid_trigger_id'])
  })

  it('is refused with an old hash, and keeps what the person typed when it is updated', async () => {
    await using story = await socketStory()
    inviting(story)
    await story.start()
    const view_id = await opened(story)
    const held = await story.driver.act({ as: 'tanaka', do: 'click', view_id, action_id: 'summary', value: '書きかけ' })
    expect(held).toMatchObject({ ok: true, ack: null })
    const { client } = story.app
    await expect(client.views.update({ view_id, view: form, hash: '1.aaaaaaaa' })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    })
    const hash = (await story.driver.state()).views.U0TANAKA?.hash ?? ''
    await client.views.update({ view_id, view: form, hash })
    expect((await story.driver.state()).views.U0TANAKA?.values).toMatchObject({ summary: '書きかけ' })
  })
})
