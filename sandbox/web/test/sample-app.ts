import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { everyInput, pushed } from './sample-views.ts'

/** What the sample app has been told, for tests to look at. */
export type SampleApp = {
  /** `view_submission` values, newest last. */
  submissions: Record<string, unknown>[]
  /** `action_id=value` of each click, newest last. */
  clicks: string[]
  stop(): Promise<void>
}

/** Runs a small app on the sandbox that opens each kind of surface, so that the client can be tried without the bot. */
export async function startSampleApp(sandboxUrl: string): Promise<SampleApp> {
  const clientOptions = { slackApiUrl: `${sandboxUrl}/api/` }
  const logLevel = LogLevel.ERROR
  const receiver = new SocketModeReceiver({ appToken: 'xapp-sandbox', logLevel, installerOptions: { clientOptions } })
  const app = new App({ token: 'xoxb-sandbox', receiver, clientOptions, logLevel })
  const told: SampleApp = {
    submissions: [],
    clicks: [],
    stop: async () => {
      // `app.stop()` would not wait.
      await receiver.client.disconnect()
    },
  }

  app.command('/incident', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: everyInput })
  })
  app.shortcut('incident.declare.shortcut', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: everyInput })
  })
  app.shortcut('incident.declare.from_message', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: everyInput })
  })
  app.view('every-input', async ({ ack, view }) => {
    told.submissions.push(valuesOf(view.state.values))
    const summary = view.state.values.summary?.text?.value
    if (summary?.includes('拒否'))
      await ack({ response_action: 'errors', errors: { summary: 'もう少し詳しく書いてください。' } })
    else if (summary?.includes('次へ')) await ack({ response_action: 'push', view: pushed })
    else await ack()
  })
  app.view('pushed', async ({ ack }) => ack({ response_action: 'clear' }))
  app.options('external', async ({ ack, payload }) => {
    const options = ['決済サービス', '検索サービス', '認証サービス'].filter((name) => name.includes(payload.value))
    await ack({ options: options.map((name) => ({ text: { type: 'plain_text', text: name }, value: name })) })
  })
  app.action(/.*/, async ({ ack, action }) => {
    await ack()
    const value = 'value' in action ? action.value : 'selected_option' in action ? action.selected_option?.value : ''
    told.clicks.push(`${'action_id' in action ? action.action_id : ''}=${value ?? ''}`)
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'あなたを待っているもの' } },
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'home.start', text: { type: 'plain_text', text: '宣言する' } }],
          },
        ],
      },
    })
  })
  await app.start()
  return told
}

/** The one value of each block, as Slack's payload holds it. */
function valuesOf(values: Record<string, Record<string, object>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, actions]) => {
      const { type: _, ...held } = { type: '', ...Object.values(actions)[0] }
      return [blockId, Object.values(held)[0]]
    }),
  )
}
