import pg from 'pg'
import { type Cancel, type Clock, later } from '../clock.ts'
import type { Log } from '../log.ts'
import { nameFailure } from './failures.ts'
import { outside } from './scope.ts'

/** An open ear for one channel. */
export interface Listening {
  close(): Promise<void>
}

/** Hears NOTIFY on `channel`; `onConnect` tells of each (re)connection, after which something may have been missed. */
export type Listen = (
  channel: string,
  onNotification: (payload: string) => void,
  onConnect: () => void,
) => Promise<Listening>

const HEARTBEAT_MS = 10_000
const ANSWER_WITHIN_MS = 5_000
const LONGEST_PAUSE_MS = 10_000

/** LISTEN on a PostgreSQL server: a connection of its own that reconnects and finds out when it was cut silently. */
export function listenOnServer(config: pg.ClientConfig, clock: Clock, log: Log): Listen {
  return async (channel, onNotification, onConnect) => {
    let client: pg.Client | undefined
    let closed = false
    let cancel: Cancel = () => {}
    let pause = 500

    const drop = (dead: pg.Client, reason: unknown) => {
      if (client !== dead) return
      client = undefined
      cancel()
      dead.end().catch(() => {})
      if (closed) return
      log.warn({ reason: nameFailure(reason) }, 'The listening connection broke: polling until it is back')
      retry()
    }
    const retry = () => {
      cancel = clock.setTimer(() => connect().catch(retry), later(clock.now(), pause))
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    const beat = (live: pg.Client) => {
      cancel = clock.setTimer(
        () => {
          cancel = clock.setTimer(() => drop(live, new Error('no answer')), later(clock.now(), ANSWER_WITHIN_MS))
          live.query('select 1').then(
            () => {
              if (client !== live) return
              cancel()
              beat(live)
            },
            (error: unknown) => drop(live, error),
          )
        },
        later(clock.now(), HEARTBEAT_MS),
      )
    }
    const connect = async () => {
      const next = new pg.Client({ ...config, keepAlive: true })
      next.on('error', (error) => drop(next, error))
      next.on('end', () => drop(next, new Error('connection ended')))
      next.on('notification', ({ payload }) => outside(() => onNotification(payload ?? '')))
      try {
        await next.connect()
        await next.query(`listen ${next.escapeIdentifier(channel)}`)
      } catch (error) {
        next.end().catch(() => {})
        throw error
      }
      if (closed) return void next.end().catch(() => {})
      client = next
      pause = 500
      beat(next)
      outside(onConnect)
    }

    await connect()
    return {
      async close() {
        closed = true
        cancel()
        await client?.end().catch(() => {})
      },
    }
  }
}
