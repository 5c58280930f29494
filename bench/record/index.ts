import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import { keepMessages } from '../../src/rooms/record/conversation/store.ts'
import '../../src/features/all.ts'
import { proposalsOf, timelineOf } from '../../src/rooms/record/index.ts'
import { addSource } from '../../src/rooms/record/marks/store.ts'
import { median } from '../median.ts'
import type { Place, Stage } from '../stage.ts'

const incidentId = 'inc_00000000000000000000000001'
const channelId = 'C0INCIDENT'
const messages = 5_000
const marks = 100
const rounds = 20

/** Milliseconds, the median and the worst of several rounds. */
export type Looked = { name: string; timeline: number[]; proposals: number[] }

const words = [
  '見ています',
  '了解です',
  '接続数のグラフはこちら https://example.com/graph/1',
  '原因が判明しました。接続数の上限です',
  'v2.2 に切り戻しました',
  '<https://github.com/example/app/pull/42|#42> を出しました',
  'まだ復旧していません',
  'お客様への影響は続いていますか？',
  'deployed 2.3.1',
  '`select 1` は通ります',
]

/** Measures looking at the timeline of an incident of 5,000 messages and 100 marks, and finding what may be missing from it. */
export async function benchRecord(stage: Stage, place: Place): Promise<Looked> {
  const db = await openDatabase(place.name === 'PGlite' ? { dataDir: stage.newFolder() } : { url: place.url })
  try {
    await migrate(db)
    const began = Date.parse('2026-11-23T05:00:00Z')
    const keyOf = (n: number) => ((began + n * 5_000) / 1000).toFixed(6)
    await db.transaction(async (tx) => {
      await tx
        .insertInto('incidents')
        .values({
          id: incidentId,
          status: 'responding',
          service: 'a',
          summary: 'x',
          kind: 'real',
          visibility: 'public',
          declared_by: 'U0SATO',
          declared_at: new Date(began),
          declare_locale: 'ja',
        })
        .execute()
      for (let first = 0; first < messages; first += 200) {
        const items = Array.from({ length: 200 }, (_, at) => {
          const author = `U0PERSON${(first + at) % 40}`
          const reading = { threadTs: null, author, permalink: null, editedTs: null, files: [] }
          return { ts: keyOf(first + at), reading: { ...reading, words: words[(first + at) % words.length] ?? '' } }
        })
        await keepMessages(tx, incidentId, { channelId, conversation: true }, items, new Date(began))
      }
      for (let n = 0; n < marks; n++) {
        const place = { channelId, ts: keyOf(n * 50) }
        await addSource(tx, { incidentId, ...place, kind: 'timeline', via: 'pin', by: 'U0SATO' }, new Date(began))
      }
    })
    const timeline: number[] = []
    const proposals: number[] = []
    for (let round = 0; round < rounds; round++) {
      timeline.push(await took(() => timelineOf(db.read, incidentId)))
      proposals.push(await took(() => proposalsOf(db.read, incidentId)))
    }
    return { name: place.name, timeline, proposals }
  } finally {
    await db.close()
  }
}

async function took(work: () => Promise<unknown[]>): Promise<number> {
  const began = performance.now()
  if ((await work()).length === 0) throw new Error('Nothing was found')
  return performance.now() - began
}

/** As a row of the table tells it. */
export const inWords = (times: readonly number[]): [string, string] => [
  `${median(times).toFixed(0)} ms`,
  `worst ${Math.max(...times).toFixed(0)} ms`,
]
