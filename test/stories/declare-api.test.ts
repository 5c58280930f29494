import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'

type Answer = {
  status: number
  body: {
    id: string
    error: { code: string; message: string; field?: string }
    incidents: { id: string; summary: string }[]
    [name: string]: unknown
  }
}

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en', ...init.headers }
    const answer = await fetch(`${stage.bot.app.url}/api/v1${path}`, { ...init, headers })
    expect(answer.headers.get('content-type')).toContain(answer.ok ? 'application/json' : 'application/problem+json')
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  }
  const declares = (body: object, headers: Record<string, string> = {}) =>
    call('/incidents', {
      method: 'POST',
      body: JSON.stringify({ actor: 'tanaka', service: 'a', summary: 'ログインできない', ...body }),
      headers: { 'content-type': 'application/json', ...headers },
    })

  describe('declaring by a call', () => {
    test('is declaring in somebody’s name: the channel, the card, the broadcasts and the person follow as ever', async () => {
      const { status, body } = await declares({
        urgency: 'high',
        type: ['availability'],
        detected_at: '2026-11-23T13:45:00+09:00',
        detected_by: 'monitoring',
      })
      expect(status).toBe(201)
      expect(body).toMatchObject({
        status: 'responding',
        service: 'a',
        summary: 'ログインできない',
        declared_by: 'U0TANAKA',
        kind: 'real',
        detected_at: '2026-11-23T04:45:00.000Z',
        detected_by: 'monitoring',
        handler: null,
        channel: { id: null, name: 'サービスa-20261123i' },
      })
      await stage.quiet()
      const channel = await stage.channel('サービスa-20261123i')
      expect(channel.members).toContain('U0TANAKA')
      expect(words(inSlot(channel, 'card'))).toContain('ログインできない')
      inSlot(await stage.channel('incidents'), 'broadcast:')
      expect((await call(`/incidents/${body.id}`)).body).toMatchObject({ id: body.id, channel: { id: channel.id } })
    })

    test('by id, handle and e-mail address it is the same person', async () => {
      const { email } = await stage.bot.app.world.db.read
        .selectFrom('directory_people')
        .select('email')
        .where('handle', '=', 'sato')
        .executeTakeFirstOrThrow()
      for (const actor of ['U0SATO', '@sato', email ?? '']) {
        expect((await declares({ actor })).body).toMatchObject({ declared_by: 'U0SATO' })
      }
    })

    test('repeated with its Idempotency-Key, also at once, it is one incident; something else under that key is refused', async () => {
      const key = { 'idempotency-key': 'alert-4711' }
      const answers = await Promise.all([declares({}, key), declares({}, key), declares({}, key)])
      answers.push(await declares({}, key))
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      expect(answers.at(-1)?.status).toBe(200)
      for (const other of [{ kind: 'drill' }, { visibility: 'private' }, { urgency: 'high' }])
        expect((await declares(other, key)).status).toBe(409)
      expect(await declares({ summary: '別の件' }, key)).toMatchObject({
        status: 409,
        body: { error: { code: 'idempotency-key-reused' } },
      })
      // The key is the person's own: nobody learns by it what another has declared.
      expect((await declares({ actor: 'sato' }, key)).status).toBe(201)
      expect((await declares({}, { 'idempotency-key': 'with space' })).body.error.code).toBe('idempotency-key-invalid')
    })
  })

  describe('what is refused has a code, and words in the caller’s language', () => {
    test.each([
      [{ actor: 'nobody-here' }, 422, 'actor-unknown', 'actor'],
      [{ actor: 'sssbot' }, 422, 'actor-unknown', 'actor'],
      [{ service: 'zzz' }, 422, 'service-unknown', 'service'],
      [{ service: 'constructor' }, 422, 'service-unknown', 'service'],
      [{ service: '__proto__' }, 422, 'service-unknown', 'service'],
      [{ service: 'toString' }, 422, 'service-unknown', 'service'],
      [{ urgency: 'zzz' }, 422, 'urgency-unknown', 'urgency'],
      [{ detected_at: '2027-01-01T00:00:00Z' }, 422, 'time-in-future', 'detected_at'],
      [{ detected_at: 'yesterday' }, 400, 'invalid', 'detected_at'],
      [{ summary: '  ' }, 400, 'invalid', 'summary'],
      [{ summry: 'x' }, 400, 'invalid', 'summry'],
    ])('%j', async (body, status, code, field) => {
      const told = { code, field, error: { code, field } }
      const answered = await declares(body)
      expect(answered).toMatchObject({ status, body: { ...told, status, type: `urn:sssbot:problem:${code}` } })
      expect(answered.body.detail).toBe(answered.body.error.message)
    })

    test('somebody who has left the company declares nothing', async () => {
      await stage.as('tanaka').do({ do: 'deactivate', user: 'bob' })
      await stage.quiet()
      expect((await declares({ actor: 'bob' })).body.error.code).toBe('actor-deactivated')
    })

    test('in Japanese for who reads Japanese; what is no JSON, or too much of it, is told', async () => {
      const ja = await declares({ service: 'zzz' }, { 'accept-language': 'ja-JP' })
      expect(ja.body.error.message).toBe('そのサービスは設定にありません。選び直してください。')
      const wishes = await declares({ service: 'zzz' }, { 'accept-language': 'fr, en;q=0.5, ja;q=0.8' })
      expect(wishes.body.detail).toBe(ja.body.error.message)
      const raw = (body: string) => call('/incidents', { method: 'POST', body })
      expect(await raw('{')).toMatchObject({ status: 400, body: { error: { code: 'body-not-json' } } })
      expect(await raw(`"${'x'.repeat(70_000)}"`)).toMatchObject({
        status: 413,
        body: { error: { code: 'body-too-large' } },
      })
      expect(await call('/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } })
    })
  })

  test('who does not send the token gets nothing, and no log has it', async () => {
    for (const authorization of ['', 'Bearer', `Bearer ${token}x`, `Basic ${token}`, 'Bearer wrong']) {
      for (const path of ['/incidents', '/openapi.json', '/nothing']) {
        expect(await call(path, { headers: { authorization } })).toMatchObject({
          status: 401,
          body: { error: { code: 'unauthorized' } },
        })
      }
    }
    expect(stage.log.join('')).not.toContain(token)
  })

  test('of private incidents only those who may know are told: not in the list, not by id, not by its length', async () => {
    const { body: secret } = await declares({ actor: 'kobayashi', summary: '名簿が漏れた', visibility: 'private' })
    await stage.clock.advanceBy(1000)
    const { body: open } = await declares({ summary: '画面が白い' })
    await stage.quiet()
    const list = async (query: string) => (await call(`/incidents${query}`)).body
    for (const query of ['', '?actor=yamada', '?limit=1', '?actor=yamada&limit=1']) {
      const seen = await list(query)
      expect(seen.incidents.map(({ id }) => id)).toEqual([open.id])
      expect(seen.has_more).toBe(false)
    }
    expect((await list('?actor=kobayashi')).incidents.map(({ id }) => id)).toEqual([open.id, secret.id])
    const missing = await call('/incidents/inc_nothing')
    for (const query of ['', '?actor=yamada']) expect(await call(`/incidents/${secret.id}${query}`)).toEqual(missing)
    expect((await call(`/incidents/${secret.id}?actor=kobayashi`)).body).toMatchObject({ summary: '名簿が漏れた' })
    expect(stage.log.join('')).not.toContain('名簿が漏れた')
    expect(await stage.bot.app.status()).toMatchObject({ openIncidents: 1 })
  })

  test('the list is narrowed and goes on page by page, and what it does not know is refused by its name', async () => {
    const made: string[] = []
    for (const summary of ['決済が遅い', 'ログインできない', '画面が白い']) {
      made.push((await declares({ summary })).body.id)
      await stage.clock.advanceBy(1000)
    }
    await stage.quiet()
    const [slow, , white] = made
    const list = async (query: string) => (await call(`/incidents?${query}`)).body
    expect((await list('q=決済&service=a,b&from=2026-11-23')).incidents.map(({ id }) => id)).toEqual([slow])
    expect((await list('status=completed')).incidents).toEqual([])
    const first = await list('limit=1')
    expect(first).toMatchObject({ incidents: [{ id: white }], has_more: true })
    const rest = await list(`limit=2&cursor=${first.next}`)
    expect(rest).toMatchObject({ incidents: [{ id: made[1] }, { id: slow }], next: null, has_more: false })
    for (const [query, field] of [
      ['colour=red', 'colour'],
      ['status=burning', 'status'],
      ['kind=real,unreal', 'kind'],
      ['from=yesterday', 'from'],
      ['limit=0', 'limit'],
      ['cursor=zzz', 'cursor'],
      ['q=%00', 'q'],
      ['__proto__=x', '__proto__'],
    ])
      expect(await call(`/incidents?${query}`)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid', field } },
      })
    expect(await call(`/incidents/${slow}?as=sato`)).toMatchObject({ status: 400, body: { error: { field: 'as' } } })
    for (const id of ['%00', `${slow}%00`]) expect((await call(`/incidents/${id}`)).status).toBe(404)
  })

  test('it describes itself', async () => {
    const { body } = await call('/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0' })
    const paths = Object.keys(body.paths as object)
    expect(paths).toEqual(
      expect.arrayContaining([
        '/incidents',
        '/incidents/{id}',
        '/incidents/{id}/timeline',
        '/incidents/{id}/timeline/{entry}',
        '/incidents/{id}/recover',
        '/openapi.json',
      ]),
    )
    expect(paths.length).toBeGreaterThan(50)
  })
})

forEachDatabase((database) => {
  const stage = setStage(database)
  test('without a token that holds nobody is let in', async () => {
    for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: 'Bearer undefined' }]) {
      const answer = await fetch(`${stage.bot.app.url}/api/v1/incidents`, { headers })
      expect(answer.status).toBe(401)
    }
  })
})
