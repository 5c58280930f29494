import type { App, Receiver } from '@slack/bolt'
import type { ConnectionOptions, SocketMessage } from './connection.ts'
import { type Line, openLine } from './line.ts'

/**
 * Two connections at once: Slack gives each envelope to one of them, and refreshes each every few hours. While one is being
 * made anew, the other takes everything.
 */
const CONNECTIONS = 2

export interface SocketReceiver extends Receiver {
  connected(): boolean
  stop(): Promise<void>
}

/** Receives by Socket Mode. `start` resolves after the first attempts, also when Slack is away; it keeps trying. */
export function createSocketReceiver(options: Omit<ConnectionOptions, 'handle'>): SocketReceiver {
  const { log } = options
  let app: App | undefined
  let lines: Line[] = []

  const handle: ConnectionOptions['handle'] = async (message, answer) => {
    const body = readBody(message)
    if (!body) {
      log.warn({ type: message.type }, 'An envelope that cannot be read was acknowledged and dropped')
      return answer()
    }
    let answered = false
    await app?.processEvent({
      body,
      ack: async (payload) => {
        if (answered) return
        answered = true
        await answer(payload)
      },
      ...(message.retry_attempt === undefined ? {} : { retryNum: message.retry_attempt }),
      ...(message.retry_reason === undefined ? {} : { retryReason: message.retry_reason }),
    })
    if (!answered) log.error({ type: body.type, command: body.command }, 'Nobody answered an interaction')
  }

  return {
    init(boltApp) {
      app = boltApp
    },
    async start() {
      lines = Array.from({ length: CONNECTIONS }, () => openLine({ ...options, handle }))
      await Promise.all(lines.map(({ tried }) => tried))
    },
    async stop() {
      await Promise.all(lines.map((line) => line.stop()))
    },
    connected: () => lines.some((line) => line.connected()),
  }
}

/** What an envelope carries, if it is something that a listener or the inbox could know. */
function readBody({ type, payload }: SocketMessage): Record<string, unknown> | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined
  const body: Record<string, unknown> = { ...payload }
  if (type === 'slash_commands') return typeof body.command === 'string' ? body : undefined
  return typeof body.type === 'string' ? body : undefined
}
