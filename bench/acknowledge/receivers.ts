import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { createReceiver, SLACK_PATH } from '../../src/edges/slack/receive/index.ts'
import { systemClock } from '../../src/kit/clock.ts'
import type { Database } from '../../src/kit/db/index.ts'
import { silentLog } from '../../src/kit/log.ts'
import { createInbox } from '../../src/rooms/inbox/index.ts'
import { SIGNING_SECRET } from './driver.ts'

export type Transport = 'socket' | 'http'

/** Something that acknowledges events. `url` is set where it is reached by HTTP. */
export type Running = { url?: string; stop(): Promise<void> }

/** Ours: stores each event, acknowledges, works it off. */
export async function startOurs(transport: Transport, apiUrl: string, db: Database): Promise<Running> {
  const receiver = createReceiver({
    transport,
    appToken: 'xapp-bench',
    botToken: 'xoxb-bench',
    signingSecret: SIGNING_SECRET,
    apiUrl,
    inbox: createInbox({ db, clock: systemClock, log: silentLog }),
    log: silentLog,
    restarting: async () => 'Restarting',
    unreadable: async () => 'It cannot be read',
  })
  receiver.on('message', async () => {})
  await receiver.start()
  const server = receiver.requestListener ? await serve(receiver.requestListener) : undefined
  return {
    ...(server ? { url: server.url } : {}),
    async stop() {
      await receiver.stop()
      server?.stop()
    },
  }
}

/** A bare Bolt app, as the getting-started page has it: stores nothing. */
export async function startBare(transport: Transport, apiUrl: string): Promise<Running> {
  const clientOptions = { slackApiUrl: apiUrl }
  const logLevel = LogLevel.ERROR
  const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'BBOT', botUserId: 'UBOT' })
  if (transport === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel })
    const app = new App({ receiver, authorize, clientOptions, logLevel })
    app.message(async () => {})
    const server = await serve(receiver.requestListener)
    return { url: server.url, stop: async () => server.stop() }
  }
  const receiver = new SocketModeReceiver({ appToken: 'xapp-bench', logLevel, installerOptions: { clientOptions } })
  const app = new App({ receiver, authorize, clientOptions, logLevel })
  app.message(async () => {})
  await receiver.start()
  return { stop: () => receiver.client.disconnect() }
}

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // It listens on a port, not on a pipe.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${SLACK_PATH}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
