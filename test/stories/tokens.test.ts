import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const shared = 'a-token-for-stories-only'
const admin = { api: { right: 'administrator' } }

const answer = z.looseObject({ id: z.string().optional(), code: z.string().optional(), field: z.string().optional() })
const made = z.looseObject({ id: z.string(), token: z.string(), prefix: z.string() })

forEachDatabase((database) => {
  const stage = setStage(database, admin, undefined, { SSSBOT_API_TOKEN: shared })

  const call = async (secret: string, door: string, body?: object, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = door.split(' ')
    const answered = await fetch(`${stage.bot.app.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answered.text()
    return { ...answer.parse(text ? JSON.parse(text) : {}), status: answered.status }
  }
  /** A token as the administrator of the sandbox makes one. */
  const tokenFor = async (values: object) => {
    const answered = await call(shared, 'POST /tokens', { actor: 'watanabe', ...values })
    expect(answered.status).toBe(201)
    return made.parse(answered)
  }
  const refused = async (secret: string, door: string, body?: object) => {
    const { status, code, field } = await call(secret, door, body)
    return [status, code, ...(field ? [field] : [])]
  }
  const declared = async (values: Record<string, unknown> = {}) =>
    incidentIn(stage, await stage.as('tanaka').declares({ summary: '決済が遅い', ...values }))

  describe('an agent by its token', () => {
    everywhere('acts for itself within its right, and the timeline says through which token', async () => {
      const incident = await declared()
      const { id, token, prefix } = await tokenFor({ name: '監視 Grafana' })
      expect(token).toMatch(/^sssbot_[\w-]{43}$/)
      expect((await call(token, `POST /incidents/${incident}/set-level`, { level: 'level3' })).status).toBe(200)
      const timeline = JSON.stringify(await call(token, `GET /incidents/${incident}/timeline`))
      expect(timeline).toContain('監視 Grafana')
      const { db } = stage.bot.app.world
      const fact = db.read.selectFrom('facts').selectAll().where('type', '=', 'incident.level_set')
      expect(await fact.executeTakeFirst()).toMatchObject({
        actor_kind: 'agent',
        actor_id: '監視 Grafana',
        through: { token: id, name: '監視 Grafana' },
      })
      const listed = JSON.stringify(await call(shared, 'GET /tokens?actor=watanabe'))
      expect(listed).toContain(prefix)
      expect(listed).not.toContain(token)
      const kept = await db.read.selectFrom('api_tokens').selectAll().execute()
      expect(JSON.stringify(kept)).not.toContain(token)
      expect(stage.log.join('')).not.toContain(token)
    })

    test('names nobody, does what only people do by none, and sees no private incident', async () => {
      const incident = await declared()
      const hidden = await declared({ visibility: 'private' })
      const { token } = await tokenFor({ name: 'alerts', right: 'security' })
      expect(await refused(token, `POST /incidents/${incident}/set-level`, { actor: 'sato', level: 'level3' })).toEqual(
        [403, 'actor-not-allowed', 'actor'],
      )
      expect(await refused(token, `GET /incidents/${incident}?actor=nobody-at-all`)).toEqual([
        403,
        'actor-not-allowed',
        'actor',
      ])
      expect(await refused(token, `POST /incidents/${incident}/take-handler`, {})).toEqual([403, 'person-needed'])
      expect(await refused(token, 'POST /incidents', { service: 'a', summary: 'x' })).toEqual([
        403,
        'person-needed',
        'actor',
      ])
      expect(await refused(token, `POST /incidents/${hidden}/set-level`, { level: 'level3' })).toEqual([
        404,
        'incident-unknown',
      ])
      expect((await call(token, `GET /incidents/${hidden}`)).status).toBe(404)
    })

    test('of one service or incident knows no other', async () => {
      const [mine, other, third] = [
        await declared(),
        await declared({ service: 'b' }),
        await declared({ service: 'b' }),
      ]
      const { token } = await tokenFor({
        name: 'a and one',
        services: ['a'],
        incidents: [other],
        may_name_people: true,
      })
      const list = JSON.stringify(await call(token, 'GET /incidents'))
      expect([mine, other, third].map((id) => list.includes(id))).toEqual([true, true, false])
      expect((await call(token, `GET /incidents/${third}?actor=tanaka`)).status).toBe(404)
      expect(await refused(token, `POST /incidents/${third}/set-level`, { actor: 'tanaka', level: 'level3' })).toEqual([
        404,
        'incident-unknown',
      ])
      expect(await refused(token, 'POST /incidents', { actor: 'sato', service: 'b', summary: 'x' })).toEqual([
        403,
        'not-allowed',
      ])
      expect((await call(token, 'POST /incidents', { actor: 'sato', service: 'a', summary: 'x' })).status).toBe(201)
    })

    test('with the right to look changes nothing, and ends when it is revoked or its time is over', async () => {
      const incident = await declared()
      const { token, id } = await tokenFor({ name: 'dashboard', right: 'viewer', may_name_people: true })
      const body = { actor: 'sato', level: 'level3' }
      expect(await refused(token, `POST /incidents/${incident}/set-level`, body)).toEqual([403, 'not-allowed'])
      expect(await refused(token, 'POST /incidents', { actor: 'sato', service: 'a', summary: 'x' })).toEqual([
        403,
        'not-allowed',
      ])
      expect((await call(token, `GET /incidents/${incident}`)).status).toBe(200)
      expect((await call(shared, `DELETE /tokens/${id}?actor=watanabe`)).status).toBe(204)
      expect(await refused(token, `GET /incidents/${incident}`)).toEqual([401, 'unauthorized'])
      const now = stage.bot.app.world.clock.now().getTime()
      const brief = await tokenFor({ name: 'brief', expires_at: new Date(now + 60_000).toISOString() })
      expect((await call(brief.token, `GET /incidents/${incident}`)).status).toBe(200)
      await stage.pass(61_000)
      expect((await call(brief.token, `GET /incidents/${incident}`)).status).toBe(401)
    })
  })

  describe('a person by their token', () => {
    test('does what they may do now and no more, and is out with their account', async () => {
      const incident = await declared()
      const { token } = await tokenFor({ name: 'my script', for: 'me' })
      const level = (to: string, more = {}) =>
        call(token, `POST /incidents/${incident}/set-level`, { level: to, ...more })
      expect((await level('level3')).status).toBe(200)
      expect((await level('level4', { actor: 'watanabe' })).status).toBe(200)
      expect(await level('level3', { actor: 'sato' })).toMatchObject({ status: 403, code: 'actor-not-allowed' })
      expect(JSON.stringify(await call(token, `GET /incidents/${incident}/timeline`))).toContain('my script')
      await stage.bot.configure({ ...admin, access: { responders: ['@tanaka'] } })
      expect(await level('level3')).toMatchObject({ status: 403, code: 'not-allowed' })
      await stage.bot.configure(admin)
      await stage.driver.act({ do: 'deactivate', user: 'watanabe' })
      await stage.quiet()
      expect(await level('level3')).toMatchObject({ status: 401, code: 'unauthorized' })
    })

    test('who does not administer the bot makes none for an agent, and nobody makes one for another', async () => {
      const own = await tokenFor({ name: 'mine', for: 'me', right: 'administrator' })
      expect((await call(own.token, 'POST /tokens', { name: 'x' })).status).toBe(201)
      await stage.bot.configure({ ...admin, access: { administrators: ['@tanaka'] } })
      expect(await refused(own.token, 'POST /tokens', { name: 'x' })).toEqual([403, 'not-allowed'])
      expect(await refused(own.token, 'GET /tokens')).toEqual([403, 'not-allowed'])
      expect(await refused(shared, 'POST /tokens', { actor: 'watanabe', name: 'x' })).toEqual([403, 'not-allowed'])
      expect(await refused(shared, 'POST /tokens', { actor: 'tanaka', name: '*x*' })).toEqual([400, 'invalid', 'name'])
      expect(await refused(shared, 'POST /tokens', { actor: 'tanaka', name: 'x', services: ['constructor'] })).toEqual([
        422,
        'service-unknown',
        'services',
      ])
      expect(
        await refused(shared, 'POST /tokens', { actor: 'tanaka', name: 'x', for: 'me', may_name_people: true }),
      ).toEqual([422, 'token-own', 'may_name_people'])
    })
  })

  describe('in Slack', () => {
    const opens = async (who: string) => {
      await stage.as(who).do({ do: 'open_home' })
      await stage.quiet()
      await stage.as(who).do({ do: 'click', home: true, action_id: 'tokens.open' })
      return stage.as(who).form()
    }
    const secretIn = (view: unknown) => /sssbot_[\w-]{43}/.exec(JSON.stringify(view))?.[0] ?? ''

    test('an administrator makes one for an agent, who alone sees its secret, once; and revokes it', async () => {
      const incident = await declared()
      await opens('watanabe')
      expect((await stage.as('watanabe').sends({ name: '<!here>', for: 'agent' })).errors).toHaveProperty('name')
      const { view } = await stage.as('watanabe').sends({ name: 'Grafana', for: 'agent', services: 'a' })
      const secret = secretIn(view)
      expect((await call(secret, `POST /incidents/${incident}/set-level`, { level: 'level3' })).status).toBe(200)
      expect(stage.log.join('')).not.toContain(secret)
      const list = await opens('watanabe')
      expect(secretIn(list)).toBe('')
      expect(JSON.stringify(list)).toContain('Grafana')
      const { id } = await stage.bot.app.world.db.read.selectFrom('api_tokens').select('id').executeTakeFirstOrThrow()
      await stage.as('watanabe').do({ do: 'click', view_id: list.id, action_id: 'tokens.revoke', value: id })
      expect((await call(secret, 'GET /incidents')).status).toBe(401)
      // The form is drawn anew after the press was acknowledged.
      await stage.until(async () => !JSON.stringify(await stage.as('watanabe').form()).includes('Grafana') || undefined)
    })

    test('a colleague makes one of their own and sees no others; a guest makes none', async () => {
      await tokenFor({ name: 'not theirs' })
      expect(JSON.stringify(await opens('sato'))).not.toContain('not theirs')
      const { view } = await stage.as('sato').sends({ name: 'my script', right: 'responder', expires_at: '2026-12-01' })
      expect((await call(secretIn(view), 'GET /incidents')).status).toBe(200)
      expect((await call(secretIn(view), 'GET /incidents?actor=tanaka')).status).toBe(403)
      await expect(opens('guest-mori')).rejects.toThrow()
    })
  })

  describe('the shared token', () => {
    test('names nobody unless the settings say so, and acts for itself with its right', async () => {
      const incident = await declared()
      await stage.bot.configure({ api: { may_name_people: false } })
      const level = (body: object) =>
        call(shared, `POST /incidents/${incident}/set-level`, { level: 'level3', ...body })
      expect(await level({ actor: 'sato' })).toMatchObject({ status: 403, code: 'actor-not-allowed', field: 'actor' })
      expect((await level({})).status).toBe(200)
      expect((await call(shared, 'POST /tokens', { name: 'x' })).status).toBe(403)
      await stage.bot.configure({ api: { may_name_people: false, right: 'viewer' } })
      expect(await level({ level: 'level4' })).toMatchObject({ status: 403, code: 'not-allowed' })
    })
  })

  test('a token that asks too much is told when to ask again, and nobody else is slowed', async () => {
    await stage.bot.configure({ api: { ...admin.api, limits: { reads: 2, writes: 100 } } })
    const [busy, other] = [await tokenFor({ name: 'busy' }), await tokenFor({ name: 'other' })]
    const asked = (secret: string) =>
      fetch(`${stage.bot.app.url}/api/v1/incidents`, { headers: { authorization: `Bearer ${secret}` } })
    const answers = [await asked(busy.token), await asked(busy.token), await asked(busy.token)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('30')
    expect(answers.at(-1)?.headers.get('content-type')).toBe('application/problem+json')
    expect(await answers.at(-1)?.json()).toMatchObject({ code: 'too-many-calls', error: { code: 'too-many-calls' } })
    expect((await asked(other.token)).status).toBe(200)
    await stage.pass(30_000)
    expect((await asked(busy.token)).status).toBe(200)
  })

  test('a repeated call makes no second token, and does not tell the secret again', async () => {
    const key = { 'idempotency-key': 'k1' }
    const first = await call(shared, 'POST /tokens', { name: 'once' }, key)
    const again = await call(shared, 'POST /tokens', { name: 'once' }, key)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again).toMatchObject({ id: first.id, token: null })
  })
})
