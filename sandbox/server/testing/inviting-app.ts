import type { ModalView } from '@slack/web-api'
import { expect } from 'vitest'
import type { Story } from './test-app.ts'

/** A form with a required menu, a prefilled text and a moment that may be left out. */
export const form: ModalView = {
  type: 'modal',
  callback_id: 'incident.declare',
  title: { type: 'plain_text', text: '宣言' },
  submit: { type: 'plain_text', text: '宣言する' },
  blocks: [
    {
      type: 'input',
      block_id: 'service',
      label: { type: 'plain_text', text: 'サービス' },
      element: {
        type: 'static_select',
        action_id: 'service',
        options: ['service-a', 'service-b'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
      },
    },
    {
      type: 'input',
      block_id: 'summary',
      label: { type: 'plain_text', text: '概要' },
      element: { type: 'plain_text_input', action_id: 'summary', initial_value: 'ログインできない' },
    },
    {
      type: 'input',
      block_id: 'detected_at',
      optional: true,
      label: { type: 'plain_text', text: '検知' },
      element: { type: 'datetimepicker', action_id: 'detected_at' },
    },
  ],
}

const invitation = [
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'incident.declare.open',
        text: { type: 'plain_text', text: '宣言する' },
        value: 'x',
      },
    ],
  },
]

/** An app that answers a mention with a button, and the button with the form. */
export function inviting(story: Story): void {
  story.app.event('app_mention', async ({ event, say }) => {
    await say({ text: '宣言しますか?', blocks: invitation, thread_ts: event.ts })
  })
  story.app.action('incident.declare.open', async ({ ack, body, client }) => {
    await ack()
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
}

/** Mentions the app; answers the ts of its answer. */
async function invited(story: Story): Promise<string> {
  await story.driver.act({ as: 'tanaka', do: 'post', channel: '#general', text: '@sssbot 助けて' })
  const found = await expect
    .poll(async () => (await story.driver.messages('general')).find((message) => message.bot_id))
    .toBeTruthy()
    .then(() => story.driver.messages('general'))
  return found.find((message) => message.bot_id)?.ts ?? ''
}

/** Mentions the app and presses the button of its answer; answers the id of the form. */
export async function opened(story: Story): Promise<string> {
  const ts = await invited(story)
  const clicked = await story.driver.act({
    as: 'tanaka',
    do: 'click',
    channel: '#general',
    ts,
    action_id: 'incident.declare.open',
  })
  expect(clicked).toMatchObject({ ok: true })
  await expect.poll(async () => (await story.driver.state()).views.U0TANAKA?.callback_id).toBe('incident.declare')
  return (await story.driver.state()).views.U0TANAKA?.id ?? ''
}
