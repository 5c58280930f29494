import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { BoardChange, Looks } from '../../src/rooms/api/contract.ts'
import { settingsText } from '../../test/harness/bot.ts'
import { signsIn, type Visitor, visitor } from '../../test/stories/dashboard-visitor.ts'
import { changedBoard } from '../../web/src/kit/live/changed-board.ts'
import { secondsOf } from '../processor.ts'
import type { Place, Stage } from '../stage.ts'

type Board = Looks['/board']

const browsers = 200
const incidents = 20
const lastsMs = 30_000
const handles = ['sato', 'tanaka', 'suzuki', 'takahashi', 'ito', 'watanabe', 'yamamoto', 'nakamura', 'alice', 'bob']

/**
 * The share of one processor that the bot took, at rest and with a change a second; how many boards browsers read again; how long after its commit
 * each change stood on each browser's board, in milliseconds; and how many never did.
 */
export type Shares = {
  name: string
  atRest: number
  withChanges: number
  boards: number
  seen: number[]
  missed: number
}
/** The last change has so long to reach everybody. */
const reachesMs = 10_000

/** Two hundred browsers have the page of what is open before them, with twenty incidents on it. */
export async function benchBrowsers(stage: Stage, place: Place): Promise<Shares> {
  const limits = { reads: 100_000, writes: 10_000 }
  const bot = await stage.startBot(place, await settingsText({ api: { limits } }))
  try {
    // One address signs in thirty times a minute: each person has signed in once, and opens it twenty times.
    const people: Visitor[] = []
    for (const handle of handles) {
      const person = visitor(() => bot.url)
      await signsIn(person, handle)
      people.push(person)
    }
    const open: Browser[] = []
    for (let n = 0; n < browsers; n++)
      open.push(await opens(bot.url, people[n % people.length] ?? visitor(() => bot.url)))
    const [first] = open
    if (!first) throw new Error('There is no browser')
    const changes = async (method: string, address: string, body: object) => {
      const { status, text } = await first.visitor.send(method, address, body, { origin: bot.url })
      if (status >= 300) throw new Error(`${address} answers ${status}: ${text.slice(0, 200)}`)
      return text
    }
    const ids: string[] = []
    for (let n = 0; n < incidents; n++) {
      const made = await changes('POST', '/api/v1/incidents', {
        service: n % 2 ? 'a' : 'b',
        summary: `画面が白い ${n}`,
      })
      ids.push(z.object({ id: z.string() }).parse(JSON.parse(made)).id)
    }
    // Channels are made and people are called.
    await wait(20_000)
    const atRest = await shareOf(bot.pid, () => wait(lastsMs))
    const before = open.reduce((sum, each) => sum + each.boards, 0)
    const changed: { words: string; at: number }[] = []
    const withChanges = await shareOf(bot.pid, async () => {
      const began = performance.now()
      for (let n = 0; n * 1000 < lastsMs; n++) {
        await wait(Math.max(0, began + n * 1000 - performance.now()))
        const words = `画面が白い ${n} 回目`
        await changes('POST', `/api/v1/incidents/${ids[n % incidents]}/edit-summary`, { summary: words })
        changed.push({ words, at: performance.now() })
      }
    })
    const boards = open.reduce((sum, each) => sum + each.boards, 0) - before
    await wait(reachesMs)
    for (const { leave } of open) leave()
    const delays = open.flatMap(({ seenAt }) =>
      changed.map(({ words, at }) => {
        const seen = seenAt.get(words)
        return seen === undefined ? undefined : Math.max(0, seen - at)
      }),
    )
    const seen = delays.filter((each) => each !== undefined)
    return { name: place.name, atRest, withChanges, boards, seen, missed: delays.length - seen.length }
  } finally {
    await bot.end()
  }
}

/** `boards`: how often it read the whole board. `seenAt`: when each summary stood on its board at first. */
type Browser = { visitor: Visitor; boards: number; seenAt: Map<string, number>; leave(): void }

/** A browser that puts on its board what it hears, and reads the whole of it where that does not fit, as the page does. */
async function opens(url: string, it: Visitor): Promise<Browser> {
  const cookie = [...it.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const left = new AbortController()
  const browser: Browser = { visitor: it, boards: 0, seenAt: new Map(), leave: () => left.abort() }
  let board: Board | undefined
  const shows = (now: Board) => {
    board = now
    for (const { summary } of now.incidents)
      if (!browser.seenAt.has(summary)) browser.seenAt.set(summary, performance.now())
  }
  const reads = async () => {
    const { text } = await it.get('/api/v1/board')
    browser.boards += 1
    // The contract says what is answered there.
    shows(JSON.parse(text) as Board)
  }
  await reads()
  const { body, status } = await fetch(`${url}/api/v1/events`, { headers: { cookie }, signal: left.signal })
  if (status !== 200) throw new Error(`The stream answers ${status}`)
  const hears = async ({ is, said }: Heard) => {
    if (is === 'here' && board?.tag !== said.tag) await reads()
    if (is === 'everything') await reads()
    if (is !== 'changed' || board?.tag === said.board?.to) return
    const changed = board && said.board && changedBoard(board, said.board)
    if (changed) shows(changed)
    else await reads()
  }
  const listens = async () => {
    for await (const heard of heardOn(body)) await hears(heard)
  }
  void listens().catch(() => {})
  return browser
}

type Heard = { is: string; said: { tag?: string; board?: BoardChange | null } }

/** The events of a stream, one after the other. */
async function* heardOn(body: AsyncIterable<Uint8Array> | null): AsyncGenerator<Heard> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const part of body ?? []) {
    const events = (rest + decoder.decode(part, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [, is, said] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? []
      // What the stream says is in the contract.
      if (is && said) yield { is, said: JSON.parse(said) as Heard['said'] }
    }
  }
}

/** The share of one processor that a process takes while `work` runs. */
async function shareOf(pid: number, work: () => Promise<unknown>): Promise<number> {
  const [began, before] = [performance.now(), await secondsOf(pid)]
  await work()
  return ((await secondsOf(pid)) - before) / ((performance.now() - began) / 1000)
}
