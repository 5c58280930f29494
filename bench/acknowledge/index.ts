import { Worker } from 'node:worker_threads'
import { type Database, migrate, openDatabase } from '../../src/kit/db/index.ts'
import { median } from '../median.ts'
import type { Order, Report } from './driver.ts'
import { type Running, startBare, startOurs, type Transport } from './receivers.ts'

export type AcknowledgeResult = {
  name: string
  /** Events acknowledged per second: ours, which stores each one first, and a bare Bolt app, which stores nothing. */
  ours: number
  bare: number
  ratio: number
}

export type AcknowledgeOptions = {
  /** A PostgreSQL server to measure on beside PGlite. */
  postgresUrl?: string | undefined
  events?: number
  rounds?: number
}

/** So many events are on their way at once. */
const UNANSWERED = 100

/** Measures ours and bare Bolt in turn, round after round in the same run, and compares the medians. */
export async function benchAcknowledge(options: AcknowledgeOptions = {}): Promise<AcknowledgeResult[]> {
  const { postgresUrl, events = 3000, rounds = 3 } = options
  const results: AcknowledgeResult[] = []
  for (const [place, where] of [['PGlite', { memory: true }] as const, ['PostgreSQL', { url: postgresUrl }] as const]) {
    if ('url' in where && where.url === undefined) continue
    const db = await openDatabase(where)
    await migrate(db)
    for (const transport of ['socket', 'http'] as const) {
      const { ours, bare } = await compare(transport, db, events, rounds)
      const ratio = Math.round((ours / bare) * 100) / 100
      results.push({ name: `acknowledge ${transport} ${place}`, ours: Math.round(ours), bare: Math.round(bare), ratio })
    }
    await db.close()
  }
  return results
}

async function compare(transport: Transport, db: Database, events: number, rounds: number) {
  const slack = new Worker(new URL('./driver.ts', import.meta.url))
  const { apiUrl } = await reported(slack, 'apiUrl')
  const run = async (start: () => Promise<Running>): Promise<number> => {
    const running = await start()
    await measured(slack, { events: Math.ceil(events / 5), unanswered: UNANSWERED, ...address(running) })
    const perSecond = await measured(slack, { events, unanswered: UNANSWERED, ...address(running) })
    await running.stop()
    return perSecond
  }
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await run(() => startBare(transport, apiUrl)))
    ours.push(await run(() => startOurs(transport, apiUrl, db)))
  }
  slack.postMessage('end')
  return { ours: median(ours), bare: median(bare) }
}

function address({ url }: Running): { url: string } | object {
  return url === undefined ? {} : { url }
}

async function measured(slack: Worker, order: Order): Promise<number> {
  slack.postMessage(order)
  const { perSecond } = await reported(slack, 'perSecond')
  return perSecond
}

function reported<K extends string>(slack: Worker, key: K): Promise<Extract<Report, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    slack.once('error', reject)
    slack.once('message', (report: Extract<Report, Record<K, unknown>>) => {
      slack.removeListener('error', reject)
      if (key in report) resolve(report)
      else reject(new Error(`The driver reported something other than ${key}`))
    })
  })
}
