import type { App, Receiver } from '@slack/bolt'
import { systemClock } from '../../../kit/clock.ts'
import type { ConnectionOptions, SocketMessage } from './connection.ts'
import { type Line, openLine } from './line.ts'
import { createStrangerWatch, type Ours, type StrangerWatch, type Times } from './strangers.ts'

/**
 * Two connections at once: Slack gives each envelope to one of them, and refreshes each every few hours. While one is being
 * made again, the other takes everything.
 */
const CONNECTIONS = 2

export interface SocketReceiver extends Receiver {
  connected(): boolean
  /** For how many milliseconds no connection has stood; 0 while one does. */
  awayMs(): number
  /** How many connections others hold on this app: they take events away. */
  strangers(): number
  stop(): Promise<void>
}

export type SocketOptions = Omit<ConnectionOptions, 'handle' | 'greeted' | 'ended'> & {
  /** How many connections all our processes have. Without it nobody else is looked for. */
  ours?: Ours | undefined
  times?: Times | undefined
}

/** Receives by Socket Mode. `start` resolves after the first attempts, also when Slack is away; it keeps trying. */
export function createSocketReceiver({ ours, times, ...options }: SocketOptions): SocketReceiver {
  const { log } = options
  let watch: StrangerWatch | undefined
  let app: App | undefined
  let lines: Line[] = []
  let open = 0
  let awaySince = systemClock.now()
  const refused = onceEach(log)

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
      watch =
        ours &&
        createStrangerWatch({
          ours,
          clock: systemClock,
          log,
          // The other one takes everything meanwhile.
          renew: () => lines[0]?.renew(),
          ...(times ? { times } : {}),
        })
      const greeted = (total: number | undefined) => {
        open += 1
        watch?.greeted(total)
      }
      const ended = () => {
        open -= 1
        if (open === 0) awaySince = systemClock.now()
        watch?.ended()
      }
      lines = Array.from({ length: CONNECTIONS }, () => openLine({ ...options, handle, greeted, ended, refused }))
      await Promise.all(lines.map(({ tried }) => tried))
    },
    async stop() {
      await Promise.all([...lines.map((line) => line.stop()), watch?.stop()])
    },
    connected: () => lines.some((line) => line.connected()),
    awayMs: () => (open > 0 ? 0 : Math.max(systemClock.now().getTime() - awaySince.getTime(), 1)),
    strangers: () => watch?.strangers() ?? 0,
  }
}

/** Says once for all lines why Slack refuses, until it is for another reason, or a connection has stood. */
function onceEach(log: ConnectionOptions['log']) {
  let said: string | undefined
  return (error: string | undefined) => {
    if (error && error !== said)
      log.error({ error }, 'Slack refuses the app-level token: check it, and that Socket Mode is on')
    said = error
  }
}

/** What an envelope carries, if it is something that a listener or the inbox could know. */
function readBody({ type, payload }: SocketMessage): Record<string, unknown> | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined
  const body: Record<string, unknown> = { ...payload }
  if (type === 'slash_commands') return typeof body.command === 'string' ? body : undefined
  return typeof body.type === 'string' ? body : undefined
}
