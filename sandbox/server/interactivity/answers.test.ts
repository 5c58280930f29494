import { expect, it } from 'vitest'
import { socketStory } from '../testing/test-app.ts'

it('an interaction that nobody answers is told to the person, in words', async () => {
  await using story = await socketStory()
  expect(
    await story.driver.act({ as: 'alice', do: 'shortcut', callback_id: 'incident.declare.shortcut' }),
  ).toMatchObject({
    ok: false,
    error: 'The app did not respond. Please try again.',
  })
})

it('an interaction in an ephemeral message can be answered at its response_url only, and only five times', async () => {
  await using story = await socketStory()
  const statuses: number[] = []
  story.app.action('go', async ({ ack, body }) => {
    await ack()
    const url = 'response_url' in body ? body.response_url : ''
    for (let round = 0; round < 6; round += 1) {
      const payload = round === 0 ? { replace_original: true, text: '置き換えました' } : { text: `返事 ${round}` }
      statuses.push(
        (
          await fetch(url, {
            method: 'POST',
            body: JSON.stringify(payload),
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      )
    }
  })
  await story.start()
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } } as const
  const posted = await story.app.client.chat.postEphemeral({
    channel: 'C0GENERAL',
    user: 'U0TANAKA',
    text: 'あなただけに',
    blocks: [{ type: 'actions', elements: [button] }],
  })
  const ts = posted.message_ts ?? ''
  expect(await story.driver.act({ as: 'sato', do: 'click', channel: '#general', ts, action_id: 'go' })).toMatchObject({
    ok: false,
  })
  expect(await story.driver.act({ as: 'tanaka', do: 'click', channel: '#general', ts, action_id: 'go' })).toMatchObject(
    { ok: true },
  )
  await expect.poll(() => statuses).toEqual([200, 200, 200, 200, 200, 404])
  const mine = (await story.driver.messages('general')).filter((message) => message.ephemeral_to === 'U0TANAKA')
  expect(mine.map((message) => message.text)).toEqual(['置き換えました', '返事 1', '返事 2', '返事 3', '返事 4'])
})
