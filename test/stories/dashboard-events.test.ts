import { expect } from 'vitest'
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

  test('a stream carries ids alone, and only those that its listener may know', async () => {
    const [kobayashi, suzuki, guest] = [
      await signedIn('kobayashi'),
      await signedIn('suzuki'),
      await signedIn('guest-mori'),
    ]
    const ears = await Promise.all([kobayashi, suzuki, guest].map(listens))
    const [knower, other, outside] = ears
    expect(knower?.headers.get('x-accel-buffering')).toBe('no')
    expect(knower?.headers.get('content-type')).toContain('text/event-stream')
    const secret = await incidentIn(
      stage,
      await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' }),
    )
    await stage.until(() => knower?.text.includes(secret) || undefined)
    const open = await incidentIn(stage, await stage.as('tanaka').declares({ summary: '画面が白い' }))
    await stage.until(() => (knower?.text.includes(open) && other?.text.includes(open)) || undefined)
    expect(other?.text).not.toContain(secret)
    expect(outside?.text).not.toContain('inc_')
    expect(ears.map((ear) => ear.text).join()).not.toMatch(/名簿|画面/)
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
