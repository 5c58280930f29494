import { expect } from 'vitest'
import type { BoardChange, Looks } from '../../src/rooms/api/contract.ts'
import { changedBoard } from '../../web/src/kit/live/changed-board.ts'
import { incidentIn } from './conversation.ts'
import { signsIn, type Visitor, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  const signedIn = async (handle: string): Promise<Visitor> => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    return browser
  }

  /** A browser's stream, and what it has said so far. */
  const listens = async (browser: Visitor) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const left = new AbortController()
    const answer = await fetch(`${stage.bot.app.url}/api/v1/events`, { headers: { cookie }, signal: left.signal })
    const heard = { text: '', isOver: false, headers: answer.headers, leave: () => left.abort() }
    const reading = async () => {
      for await (const part of answer.body ?? []) heard.text += Buffer.from(part).toString()
    }
    void reading()
      .catch(() => {})
      .finally(() => {
        heard.isOver = true
      })
    await stage.until(() => heard.text.includes(': here') || undefined)
    return heard
  }

  /** What a stream has said so far of the board. */
  const changesIn = (text: string): BoardChange[] =>
    [...text.matchAll(/^event: changed\ndata: (.*)$/gm)].map(([, said = '']) => JSON.parse(said).board)

  const boardOf = async (browser: Visitor): Promise<Looks['/board']> =>
    JSON.parse((await browser.get('/api/v1/board')).text)

  everywhere('what a stream says of the board makes it the board as it is read', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    await stage.quiet()
    for (const handle of ['kobayashi', 'suzuki', 'guest-mori']) {
      const browser = await signedIn(handle)
      const before = await boardOf(browser)
      const heard = await listens(browser)
      expect(heard.text).toContain(`event: here\ndata: {"tag":"${before.tag}"}`)
      await stage.as('sato').does(channel, 'edit-summary', { summary: `決済が遅い（${handle} が見た）` })
      await stage.as('tanaka').declares({ summary: `画面が白い（${handle}）` })
      await stage.quiet()
      const now = await boardOf(browser)
      await stage.until(() => now.tag === before.tag || heard.text.includes(now.tag) || undefined)
      const told = changesIn(heard.text).reduce((board, change) => changedBoard(board, change) ?? board, before)
      expect(told).toEqual(now)
      heard.leave()
    }
  })

  test('a stream says nothing of what its listener may not know', async () => {
    const listeners = []
    for (const handle of ['kobayashi', 'suzuki', 'guest-mori', 'tanaka']) listeners.push(await signedIn(handle))
    const ears = await Promise.all(listeners.map(listens))
    const [knower, other, outside, declarer] = ears
    expect(knower?.headers.get('x-accel-buffering')).toBe('no')
    expect(knower?.headers.get('content-type')).toContain('text/event-stream')
    const secret = await incidentIn(
      stage,
      await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' }),
    )
    await stage.until(() => knower?.text.includes(secret) || undefined)
    const place = await stage.as('tanaka').declares({ summary: '画面が白い' })
    const open = await incidentIn(stage, place)
    await stage.until(() => (knower?.text.includes(open) && other?.text.includes(open)) || undefined)
    expect(other?.text).not.toContain(secret)
    expect(outside?.text).not.toContain('inc_')
    expect(knower?.text).toContain('名簿')
    expect(other?.text).not.toContain('名簿')
    expect(outside?.text).not.toMatch(/名簿|画面/)
    // Made private, it is gone from the board of whoever may not know of it, and nothing is said of it any more.
    const told = declarer?.text.length
    await stage.as('tanaka').does(place, 'set-visibility', { visibility: 'private' })
    await stage.until(() => changesIn(other?.text ?? '').at(-1)?.ids.length === 0 || undefined)
    // Whoever takes part sees it all the while.
    await stage.quiet()
    const seen = changesIn(declarer?.text.slice(told) ?? '').map(({ ids }) => ids)
    expect(new Set(seen.flat())).toEqual(new Set([open]))
    expect(seen).not.toContainEqual([])
    const since = other?.text.length
    await stage.as('tanaka').does(place, 'edit-summary', { summary: '画面が白いまま' })
    await stage.quiet()
    expect(other?.text.slice(since)).not.toContain('event: changed')
    for (const ear of ears) ear.leave()
  })

  everywhere('it is cut as soon as its listener may hear no longer', async () => {
    const [sato, suzuki] = [await signedIn('sato'), await signedIn('suzuki')]
    const [theirs, gone] = [await listens(sato), await listens(suzuki)]
    await stage.as('watanabe').do({ do: 'deactivate', user: 'suzuki' })
    await stage.until(() => gone.isOver || undefined)
    expect(gone.text).toContain('event: ended')
    expect(theirs.isOver).toBe(false)
    await sato.send('POST', '/sign-out', undefined, { origin: stage.bot.app.url })
    await stage.until(() => theirs.isOver || undefined)
  })

  test('the board is the same to the letter for all who see the same, until something changes', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const [sato, suzuki] = [await signedIn('sato'), await signedIn('suzuki')]
    const [first, second] = [await sato.get('/api/v1/board'), await suzuki.get('/api/v1/board')]
    expect(second.text).toBe(first.text)
    const tag = first.headers.get('etag') ?? ''
    expect((await suzuki.get('/api/v1/board', { 'if-none-match': tag })).status).toBe(304)
    await stage.as('sato').takesNextStep(channel)
    await stage.quiet()
    const after = await suzuki.get('/api/v1/board', { 'if-none-match': tag })
    expect(JSON.parse(after.text).incidents).toMatchObject([{ handler: { id: 'U0SATO' }, summary: '決済が遅い' }])
    const secret = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    expect((await suzuki.get('/api/v1/board')).text).toBe(after.text)
    const kobayashi = await signedIn('kobayashi')
    expect(JSON.parse((await kobayashi.get('/api/v1/board')).text).incidents).toHaveLength(2)
    await stage.as('kobayashi').does(secret, 'cancel', {})
    expect(JSON.parse((await kobayashi.get('/api/v1/board')).text).incidents).toHaveLength(1)
  })

  test('a stop does not wait for whoever listens', async () => {
    const heard = await listens(await signedIn('sato'))
    const began = stage.log.length
    await stage.restart(() => expect(heard.isOver).toBe(true))
    expect(stage.log.slice(began).join()).not.toContain('is cut short')
  })
})
