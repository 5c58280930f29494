import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createManualClock } from '../../kit/clock.ts'
import { ApiFailure } from './failure.ts'
import { shedding } from './shedding.ts'

/** Three at once; each look lasts until it is let go. */
function crowded() {
  const held: (() => void)[] = []
  const clock = createManualClock()
  const api = new Hono()
  api.use('*', shedding(3, clock))
  api.get('/look', async (c) => {
    await new Promise<void>((go) => held.push(go))
    return c.text('seen')
  })
  api.get('/events', (c) => c.text('heard'))
  api.post('/look', (c) => c.text('done'))
  api.onError((error, c) =>
    error instanceof ApiFailure ? c.text(`${error.code} ${error.waitMs}`, error.status) : c.text('', 500),
  )
  const looks = (count: number) => Array.from({ length: count }, () => api.request('/look'))
  /** Those in hand are done, and so is whoever takes their place. */
  const letAllGo = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await aTurn()
      for (const go of held.splice(0)) go()
    }
  }
  return { api, clock, looks, letAllGo, held }
}

/** By then whatever was asked has come as far as it can. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve))
/** What is answered without waiting for anybody. */
const atOnce = async (answer: Response | Promise<Response>): Promise<number | undefined> => {
  let status: number | undefined
  void Promise.resolve(answer).then((given) => {
    status = given.status
  })
  await aTurn()
  return status
}
const statusesOf = async (answers: readonly (Response | Promise<Response>)[]) =>
  (await Promise.all(answers)).map(({ status }) => status)

test('who looks while as many as there is room for do stands in line, and comes in when one has gone', async () => {
  const { looks, held, letAllGo } = crowded()
  const asked = looks(5)
  await aTurn()
  expect(held).toHaveLength(3)
  await letAllGo()
  expect(await statusesOf(asked)).toEqual([200, 200, 200, 200, 200])
})

test('who has stood in line too long is told to ask again, and the next one comes in', async () => {
  const { looks, clock, letAllGo } = crowded()
  const [inHand, late] = [looks(3), looks(2)]
  await aTurn()
  await clock.advanceBy(2_001)
  const fresh = looks(1)
  await letAllGo()
  expect(await statusesOf(inHand)).toEqual([200, 200, 200])
  expect(await statusesOf(late)).toEqual([503, 503])
  expect(await (await Promise.all(late))[0]?.text()).toBe('busy 1000')
  expect(await statusesOf(fresh)).toEqual([200])
})

test('who stands in line behind looks that do not end is told to ask again when their time is over', async () => {
  const { looks, clock, letAllGo } = crowded()
  const [inHand, waiting] = [looks(3), looks(2)]
  await aTurn()
  await clock.advanceBy(1_999)
  for (const each of waiting) expect(await atOnce(each)).toBeUndefined()
  await clock.advanceBy(1)
  for (const each of waiting) expect(await atOnce(each)).toBe(503)
  expect(clock.nextDue()).toBeUndefined()
  await letAllGo()
  expect(await statusesOf(inHand)).toEqual([200, 200, 200])
})

test('where looks cost much, fewer stand in line: whose turn would come too late is told so at once', async () => {
  const { looks, clock, letAllGo } = crowded()
  const held = looks(3)
  await aTurn()
  await clock.advanceBy(30_000)
  await letAllGo()
  expect(await statusesOf(held)).toEqual([200, 200, 200])
  // Each is taken to last some eight seconds now: with three at once nobody's turn would come within two.
  const [again, next] = [looks(3), looks(1)]
  for (const each of next) expect(await atOnce(each)).toBe(503)
  await letAllGo()
  expect(await statusesOf(again)).toEqual([200, 200, 200])
  // Whoever comes in while there is room is cheap, and the line is open again.
  for (let n = 0; n < 20; n++) {
    const cheap = looks(3)
    await letAllGo()
    expect(await statusesOf(cheap)).toEqual([200, 200, 200])
  }
  const [more, waits] = [looks(3), looks(1)]
  for (const each of waits) expect(await atOnce(each)).toBeUndefined()
  await letAllGo()
  expect(await statusesOf([...more, ...waits])).toEqual([200, 200, 200, 200])
})

test('who finds the line full is told to ask again at once', async () => {
  const { looks, letAllGo } = crowded()
  const asked = looks(3 + 400)
  await aTurn()
  for (const late of looks(1)) expect(await atOnce(late)).toBe(503)
  for (let n = 0; n < 30; n++) await letAllGo()
  expect(new Set(await statusesOf(asked))).toEqual(new Set([200]))
})

test('a change and a stream come through a crowd of looks', async () => {
  const { api, looks, letAllGo } = crowded()
  const asked = looks(5)
  await aTurn()
  expect(await atOnce(api.request('/look', { method: 'POST' }))).toBe(200)
  expect(await atOnce(api.request('/events'))).toBe(200)
  await letAllGo()
  expect(await statusesOf(asked)).toEqual([200, 200, 200, 200, 200])
})
