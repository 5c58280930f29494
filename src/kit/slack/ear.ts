import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { later } from '../clock.ts'
import { readLeniently } from '../lenient.ts'
import type { Probe } from './probe.ts'

/** What Slack's greeting says. `connections` counts all of the app, this one included. */
export type Hello = { connections: number | undefined; appId: string | undefined }

/** Something that Slack sent: an event, or what somebody pressed. `body` is data from outside. */
export type Heard = { body: Readonly<Record<string, unknown>>; acknowledge(): void }

/** A Socket Mode connection that listens and does no work. */
export interface Ear {
  readonly hello: Hello
  /** From now on `listener` hears what comes; what nobody acknowledges Slack sends again, to whoever is connected then. */
  listen(listener: (heard: Heard) => void): void
  close(): void
}

export type EarOpened =
  | { is: 'open'; ear: Ear }
  | { is: 'refused'; error: string }
  | { is: 'unreached'; reason: string }

const envelope = z.looseObject({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()) })
const greeting = z.looseObject({
  type: z.literal('hello'),
  num_connections: z.number().optional(),
  connection_info: z.looseObject({ app_id: z.string().optional() }).optional(),
})

/** How long in milliseconds Slack may take to greet. */
const helloMs = 10_000

/** Opens one more connection of the app. Never throws. https://docs.slack.dev/apis/events-api/using-socket-mode */
export async function openEar({
  probe,
  appToken,
  clock,
}: {
  probe: Probe
  appToken: string
  clock: Clock
}): Promise<EarOpened> {
  const asked = await probe('apps.connections.open', {}, { token: appToken })
  if (asked.is === 'unreached') return asked
  if (!asked.ok) return { is: 'refused', error: asked.error ?? 'unknown' }
  if (typeof asked.body.url !== 'string') return { is: 'unreached', reason: 'no_url' }
  return greet(new WebSocket(asked.body.url), clock)
}

function greet(socket: WebSocket, clock: Clock): Promise<EarOpened> {
  return new Promise((resolve) => {
    let listener: (heard: Heard) => void = () => {}
    const give = (opened: EarOpened) => {
      cancel()
      resolve(opened)
    }
    const cancel = clock.setTimer(
      () => {
        socket.close()
        give({ is: 'unreached', reason: 'no_hello' })
      },
      later(clock.now(), helloMs),
    )
    socket.addEventListener('error', () => give({ is: 'unreached', reason: 'cut' }))
    socket.addEventListener('close', () => give({ is: 'unreached', reason: 'cut' }))
    socket.addEventListener('message', ({ data }) => {
      const message = parsed(data)
      const hello = readLeniently(greeting, message)
      if (hello) {
        const { num_connections: connections, connection_info } = hello.value
        const ear: Ear = {
          hello: { connections, appId: connection_info?.app_id },
          listen(other) {
            listener = other
          },
          close: () => socket.close(),
        }
        give({ is: 'open', ear })
        return
      }
      const sent = readLeniently(envelope, message)
      if (!sent) return
      const { envelope_id, payload } = sent.value
      listener({ body: payload, acknowledge: () => socket.send(JSON.stringify({ envelope_id })) })
    })
  })
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    // Not sent by Slack: not for us.
    return undefined
  }
}
