import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { sessionsIn, signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const day = 24 * 3_600_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const browser = () => visitor(() => stage.bot.app.url)
  const own = () => ({ origin: stage.bot.app.url })

  describe('with Slack', () => {
    test('one click makes a browser somebody’s, and sends it on to where it wanted', async () => {
      const tanaka = browser()
      const sent = await tanaka.get('/sign-in?return=%2Fincidents%3Fstatus%3Dall')
      expect(sent.status).toBe(302)
      expect(sent.location).toMatch(/\/openid\/connect\/authorize\?.*nonce=/)
      const page = await (await fetch(sent.location)).text()
      expect(page).toContain('@tanaka')
      const chosen = await tanaka.get(`${sent.location}&sandbox_as=tanaka`)
      const back = await tanaka.get(chosen.location)
      expect([back.status, back.location]).toEqual([302, `${stage.bot.app.url}/incidents?status=all`])
      expect(tanaka.set.find((line) => line.startsWith('sssbot='))).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
      const me = await tanaka.get('/api/v1/me')
      expect(JSON.parse(me.text)).toMatchObject({ person: { id: 'U0TANAKA', handle: 'tanaka' }, locale: 'ja' })
      // Who is in already goes straight on.
      expect((await tanaka.get('/sign-in?return=/x')).location).toBe(`${stage.bot.app.url}/x`)
      const { read } = stage.bot.app.world.db
      const kept = JSON.stringify(await read.selectFrom('sessions').selectAll().execute())
      expect(kept).toContain('U0TANAKA')
      expect(kept).not.toContain(tanaka.cookies.get('sssbot'))
      expect(stage.log.join('')).not.toContain(tanaka.cookies.get('sssbot'))
    })

    test('what comes back counts in the browser that was sent away alone, and once', async () => {
      const [tanaka, other] = [browser(), browser()]
      const sent = await tanaka.get('/sign-in')
      const { location } = await tanaka.get(`${sent.location}&sandbox_as=tanaka`)
      expect((await other.get(location)).text).toContain('not started in this browser')
      await other.get('/sign-in')
      expect((await other.get(location)).status).toBe(502)
      expect(other.cookies.has('sssbot')).toBe(false)
      expect((await tanaka.get(location)).status).toBe(302)
      expect((await tanaka.get(location)).status).toBe(400)
      const cancelled = browser()
      await cancelled.get('/sign-in')
      expect((await cancelled.get('/sign-in/slack?error=access_denied&state=x')).text).toContain('cancelled in Slack')
    })

    test('whoever is not known yet, or was gone when the list was read, is asked for at once', async () => {
      const { db } = stage.bot.app.world
      await db.transaction(async (tx) => {
        await tx.deleteFrom('directory_people').where('handle', '=', 'sato').execute()
        await tx.updateTable('directory_people').set({ is_deactivated: true }).where('handle', '=', 'alice').execute()
      })
      await stage.driver.fault({ method: 'users.info', error: 'ratelimited' })
      const late = await signsIn(browser(), 'sato')
      expect([late.status, late.text]).toEqual([502, expect.stringContaining('wait a moment and try again')])
      await stage.driver.clearFaults()
      stage.slackClock.leap(60_000)
      for (const handle of ['sato', 'alice']) {
        const person = browser()
        expect((await signsIn(person, handle)).status).toBe(302)
        expect(JSON.parse((await person.get('/api/v1/me')).text)).toMatchObject({ person: { handle } })
      }
    })

    test('leads to no other site', async () => {
      for (const away of ['https://evil.example', '//evil.example', '/\\evil.example', '/%2F/../..//evil.example/']) {
        const { location } = await signsIn(browser(), 'sato', away)
        expect(new URL(location).origin).toBe(new URL(stage.bot.app.url).origin)
      }
    })
  })

  describe('at a browser that is signed in', () => {
    test('somebody reads and does what they may, and the timeline says that it was on the dashboard', async () => {
      const id = await incidentIn(stage, await stage.as('tanaka').declares({ summary: '決済が遅い' }))
      const sato = browser()
      expect((await sato.get('/api/v1/incidents')).status).toBe(401)
      await signsIn(sato, 'sato')
      expect((await sato.get('/api/v1/incidents')).text).toContain('決済が遅い')
      const done = await sato.send('POST', `/api/v1/incidents/${id}/set-level`, { level: 'level3' }, own())
      expect(done.status).toBe(200)
      const other = await sato.send('POST', `/api/v1/incidents/${id}/join`, { actor: 'tanaka' }, own())
      expect(JSON.parse(other.text).code).toBe('actor-not-allowed')
      const fact = stage.bot.app.world.db.read.selectFrom('facts').selectAll().where('type', '=', 'incident.level_set')
      expect(await fact.executeTakeFirst()).toMatchObject({
        actor_kind: 'person',
        actor_id: 'U0SATO',
        through: { session: expect.stringMatching(/^ses_/) },
      })
      expect((await sato.get(`/api/v1/incidents/${id}/timeline`)).text).toContain('on the dashboard')
    })

    test('another page can change nothing', async () => {
      const id = await incidentIn(stage, await stage.as('tanaka').declares())
      const sato = browser()
      await signsIn(sato, 'sato')
      const foreign: Record<string, string>[] = [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site', origin: stage.bot.app.url },
        { 'sec-fetch-site': 'same-site' },
      ]
      for (const headers of foreign) {
        const refused = await sato.send('POST', `/api/v1/incidents/${id}/set-level`, { level: 'level3' }, headers)
        expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'origin-foreign'])
        expect((await sato.send('POST', '/sign-out', undefined, headers)).status).toBe(403)
      }
      const own = { 'sec-fetch-site': 'same-origin' }
      expect((await sato.send('POST', `/api/v1/incidents/${id}/set-level`, { level: 'level3' }, own)).status).toBe(200)
    })

    test('a private incident is, to whoever may not know of it, what does not exist', async () => {
      const id = await incidentIn(stage, await stage.as('kobayashi').declares({ visibility: 'private' }))
      const [kobayashi, suzuki] = [browser(), browser()]
      await signsIn(kobayashi, 'kobayashi')
      await signsIn(suzuki, 'suzuki')
      expect((await kobayashi.get(`/api/v1/incidents/${id}`)).status).toBe(200)
      const [hidden, missing] = [
        await suzuki.get(`/api/v1/incidents/${id}`),
        await suzuki.get('/api/v1/incidents/inc_x'),
      ]
      expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    })

    test('a guest sees what they take part in', async () => {
      const id = await incidentIn(stage, await stage.as('tanaka').declares())
      const guest = browser()
      await signsIn(guest, 'guest-mori')
      expect((await guest.get(`/api/v1/incidents/${id}`)).status).toBe(404)
      const token = await guest.send('POST', '/api/v1/tokens', { name: 'mine', for: 'me' }, own())
      expect([token.status, JSON.parse(token.text).code]).toEqual([403, 'not-allowed'])
    })
  })

  describe('it ends', () => {
    test('at once, when the account is deactivated', async () => {
      const sato = browser()
      await signsIn(sato, 'sato')
      expect((await sato.get('/api/v1/me')).status).toBe(200)
      await stage.as('watanabe').do({ do: 'deactivate', user: 'sato' })
      await stage.quiet()
      expect((await sato.get('/api/v1/me')).status).toBe(401)
    })

    test('with the right of a group, when somebody is taken out of it', async () => {
      await stage.bot.configure({ access: { responders: ['@service-a'] } })
      const id = await incidentIn(stage, await stage.as('tanaka').declares())
      const sato = browser()
      await signsIn(sato, 'sato')
      const set = (level: string) => sato.send('POST', `/api/v1/incidents/${id}/set-level`, { level }, own())
      expect((await set('level3')).status).toBe(200)
      const group = (await stage.state()).usergroups.find(({ handle }) => handle === 'service-a')
      const users = group?.users.filter((user) => user !== 'U0SATO') ?? []
      await stage.as('watanabe').do({ do: 'usergroup', id: group?.id ?? '', users })
      await stage.quiet()
      expect((await set('level4')).status).toBe(403)
      expect(JSON.parse((await sato.get('/api/v1/me')).text).can).toMatchObject({ respond: false })
    })

    test('by its owner, by whoever administers the bot, and for others it is not there', async () => {
      const [desk, phone, suzuki, admin] = [browser(), browser(), browser(), browser()]
      await signsIn(desk, 'sato')
      await signsIn(phone, 'sato')
      await signsIn(suzuki, 'suzuki')
      await signsIn(admin, 'watanabe')
      const seen = sessionsIn((await desk.get('/api/v1/sessions')).text)
      expect(seen.map(({ person, is_this }) => [person, is_this])).toEqual([
        ['U0SATO', false],
        ['U0SATO', true],
      ])
      const other = seen.find(({ is_this }) => !is_this)?.id
      expect((await suzuki.send('DELETE', `/api/v1/sessions/${other}`, undefined, own())).status).toBe(404)
      expect((await desk.send('DELETE', `/api/v1/sessions/${other}`, undefined, own())).status).toBe(204)
      expect((await phone.get('/api/v1/me')).status).toBe(401)
      const all = sessionsIn((await admin.get('/api/v1/sessions')).text)
      expect(all.map(({ person }) => person).toSorted()).toEqual(['U0SATO', 'U0SUZUKI', 'U0WATANABE'])
      const last = all.find(({ person }) => person === 'U0SATO')?.id
      expect((await admin.send('DELETE', `/api/v1/sessions/${last}`, undefined, own())).status).toBe(204)
      expect((await desk.get('/api/v1/me')).status).toBe(401)
      const out = await suzuki.send('POST', '/sign-out', undefined, own())
      expect([out.status, suzuki.cookies.has('sssbot')]).toEqual([303, false])
      expect(sessionsIn((await admin.get('/api/v1/sessions')).text)).toHaveLength(1)
    })

    test('by itself: unused for a week, or after a month', async () => {
      const [idle, busy] = [browser(), browser()]
      await signsIn(idle, 'sato')
      await signsIn(busy, 'suzuki')
      for (let n = 0; n < 6; n++) {
        await stage.clock.advanceBy(5 * day)
        expect((await busy.get('/api/v1/me')).status).toBe(n < 5 ? 200 : 401)
      }
      expect((await idle.get('/api/v1/me')).status).toBe(401)
    })
  })
})
