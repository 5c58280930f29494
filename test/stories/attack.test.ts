import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { signsIn, type Visitor, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const shared = 'a-token-for-stories-only'
const made = z.object({ id: z.string(), token: z.string() })

forEachDatabase((database) => {
  const stage = setStage(database, { api: { right: 'administrator', may_name_people: true } }, undefined, {
    SSSBOT_API_TOKEN: shared,
  })

  const asks = (secret: string, path: string, init: RequestInit = {}) =>
    fetch(`${stage.bot.app.url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...init.headers },
    })
  const signedIn = async (handle: string): Promise<Visitor> => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    return browser
  }
  /** A token that somebody makes at their browser, for themselves. */
  const tokenOf = async (handle: string, values: object) => {
    const browser = await signedIn(handle)
    const body = { name: 'mine', for: 'me', right: 'responder', ...values }
    const answer = await browser.send('POST', '/api/v1/tokens', body, { origin: stage.bot.app.url })
    expect(answer.status, answer.text).toBe(201)
    return made.parse(JSON.parse(answer.text))
  }

  /** A stream by a token, and what it has said so far. */
  const listens = async (secret: string) => {
    const left = new AbortController()
    const answer = await asks(secret, '/events', { signal: left.signal })
    const heard = { status: answer.status, text: '', isOver: false, leave: () => left.abort() }
    const reading = async () => {
      for await (const part of answer.body ?? []) heard.text += Buffer.from(part).toString()
    }
    void reading()
      .catch(() => {})
      .finally(() => {
        heard.isOver = true
      })
    await stage.until(() => heard.text !== '' || undefined)
    return heard
  }

  describe('a token that is for some incidents alone', () => {
    test('hears of no other, and is told nothing of what waits for its person in others', async () => {
      const secret = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
      await stage.as('kobayashi').takesNextStep(secret)
      await stage.as('kobayashi').does(secret, 'add-todo', { text: '端末を差し押さえる', owner: 'U0KOBAYASHI' })
      const named = await incidentIn(stage, await stage.as('kobayashi').declares({ summary: '画面が白い' }))
      await stage.quiet()
      const { token } = await tokenOf('kobayashi', { incidents: [named] })
      const heard = await listens(token)
      const whole = await listens((await tokenOf('kobayashi', {})).token)
      const elsewhere = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('kobayashi').does(secret, 'add-todo', { text: '聞き取り', owner: 'U0KOBAYASHI' })
      const [other, hidden] = [await incidentIn(stage, elsewhere), await incidentIn(stage, secret)]
      await stage.until(() => (whole.text.includes(other) && whole.text.includes(hidden)) || undefined)
      await stage
        .as('sato')
        .takesNextStep(
          (await stage.state()).channels.find(({ creator, name }) => creator && name.includes('画面'))?.name ??
            elsewhere,
        )
      expect(heard.text).not.toContain(other)
      expect(heard.text).not.toContain(hidden)
      expect(await (await asks(token, '/waiting')).text()).not.toContain('差し押さえる')
      expect(await (await asks(shared, '/waiting?actor=kobayashi')).text()).toContain('差し押さえる')
      for (const each of [heard, whole]) each.leave()
    })
  })

  describe('a stream', () => {
    test('ends with the token that opened it, at once', async () => {
      const { id, token } = await tokenOf('sato', {})
      const heard = await listens(token)
      expect((await asks(shared, `/tokens/${id}?actor=watanabe`, { method: 'DELETE' })).status).toBe(204)
      const before = heard.text.length
      await stage.until(() => heard.isOver || undefined)
      // Not only when everybody is looked at anew, after the next sign of life.
      expect(heard.text.slice(before)).not.toContain('event: ping')
      expect(heard.text).toContain('event: ended')
    })

    test('is opened fifty times by one token, and not once more until one has ended', async () => {
      const { token } = await tokenOf('sato', {})
      const ears = await Promise.all(Array.from({ length: 50 }, () => listens(token)))
      const refused = await asks(token, '/events')
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
      ears[0]?.leave()
      await stage.until(async () => {
        const again = await asks(token, '/events')
        await again.body?.cancel()
        return again.status === 200 || undefined
      })
      for (const ear of ears) ear.leave()
    })

    test('of which only the head is asked, like a file of all there is, is none: nobody would end it', async () => {
      const { token } = await tokenOf('sato', {})
      for (let n = 0; n < 60; n++) {
        const answer = await asks(token, '/events', { method: 'HEAD' })
        expect(answer.status, `${n}`).toBe(200)
      }
      expect((await asks(token, '/export?format=csv', { method: 'HEAD' })).headers.get('content-type')).toContain('csv')
      const heard = await listens(token)
      heard.leave()
    })
  })

  test('what is nested too deep is no JSON that anybody means, at every door that takes some', async () => {
    const channel = await stage.as('tanaka').declares()
    const incident = await incidentIn(stage, channel)
    const deep = `{"actor":"sato","x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
    for (const path of ['/incidents', '/tokens', `/incidents/${incident}/update`, `/incidents/${incident}/timeline`]) {
      const answer = await asks(shared, path, { method: 'POST', body: deep, headers: { 'idempotency-key': 'k' } })
      expect([path, answer.status, z.object({ code: z.string() }).parse(await answer.json()).code]).toEqual([
        path,
        400,
        'body-not-json',
      ])
    }
    expect(stage.log.filter((line) => line.includes('"level":50'))).toEqual([])
  })

  test('no door of the dashboard falls over whatever is asked of it', async () => {
    const browser = await signedIn('sato')
    const odd = [
      '',
      '%',
      "'",
      '"',
      '\\',
      '_',
      '&',
      '|',
      '!',
      '()',
      ':*',
      "a':*|'b",
      '\u202e',
      '\u0000',
      '\ud800',
      '<->',
    ]
    const values = [...odd, '0000-01-01', '9999-12-31', '1e9', '-1', 'あ'.repeat(200), 'x'.repeat(3000), '__proto__']
    const names = [
      'q',
      'from',
      'to',
      'limit',
      'cursor',
      'service',
      'kind',
      'person',
      'sort',
      'format',
      'actor',
      'id',
      'return',
      '__proto__',
    ]
    const paths = [
      '/api/v1/incidents',
      '/api/v1/search',
      '/api/v1/export',
      '/api/v1/board',
      '/api/v1/waiting',
      '/api/v1/sessions',
      '/api/v1/me',
      '/sign-in',
    ]
    const wrong: string[] = []
    for (const path of paths)
      for (const name of names) {
        const answers = await Promise.all(
          values.map(async (value) => {
            const query = new URLSearchParams({
              [name]: value.toWellFormed(),
              ...(name === 'q' || !path.endsWith('search') ? {} : { q: 'a' }),
            })
            const { status, text, headers } = await browser.get(`${path}?${query}`)
            const type = headers.get('content-type') ?? ''
            const reflects = type.includes('html') && value.length > 1 && /[<>"'&]/.test(value) && text.includes(value)
            return status >= 500 || reflects
              ? [`${path} ${name}=${value.slice(0, 20)}: ${status} ${text.slice(0, 80)}`]
              : []
          }),
        )
        wrong.push(...answers.flat())
        await stage.clock.advanceBy(60_000)
      }
    expect(wrong).toEqual([])
  })
})
