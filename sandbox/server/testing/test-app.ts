import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { createSandbox, type Sandbox, type SandboxOptions } from '../index.ts'
import { createDriver, type Driver } from './driver.ts'

/** A sandbox and a real Bolt app connected to it by Socket Mode. Disposes of both. */
export type Story = {
  sandbox: Sandbox
  driver: Driver
  app: App
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const quiet = LogLevel.ERROR

export async function socketStory(options: SandboxOptions = {}): Promise<Story> {
  const sandbox = await createSandbox({ redeliveryScale: 0.001, rateLimits: false, ...options })
  const slackApiUrl = `${sandbox.url}/api/`
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-sandbox',
    logLevel: quiet,
    clientPingTimeout: 1000,
    installerOptions: { clientOptions: { slackApiUrl } },
  })
  const app = new App({ token: 'xoxb-sandbox', receiver, logLevel: quiet, clientOptions: { slackApiUrl } })
  let started = false
  return {
    sandbox,
    driver: createDriver(sandbox.url),
    app,
    async start() {
      started = true
      await app.start()
    },
    async [Symbol.asyncDispose]() {
      if (started) await receiver.client.disconnect()
      await sandbox.close()
    },
  }
}

/** Likewise by signed HTTP: the app's request URL is a real Bolt receiver on a free port. */
export async function httpStory(options: SandboxOptions = {}): Promise<Story> {
  const receiver = new HTTPReceiver({ signingSecret: 'sandbox', logLevel: quiet, endpoints: '/slack/events' })
  const requests = await receiver.start(0)
  const address = requests.address()
  const botUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`
  const sandbox = await createSandbox({
    redeliveryScale: 0.001,
    rateLimits: false,
    transport: 'http',
    botUrl,
    ...options,
  })
  const clientOptions = { slackApiUrl: `${sandbox.url}/api/` }
  const app = new App({ token: 'xoxb-sandbox', receiver, logLevel: quiet, clientOptions })
  return {
    sandbox,
    driver: createDriver(sandbox.url),
    app,
    async start() {},
    async [Symbol.asyncDispose]() {
      await receiver.stop()
      await sandbox.close()
    },
  }
}
