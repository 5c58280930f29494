import { expect } from 'vitest'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const signedIn = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const sends = (method: string, path: string, body?: object) =>
      browser.send(method, `/api/v1${path}`, body, { origin: stage.bot.app.url })
    return { browser, sends }
  }

  test('a screen on the wall shows what is public and nothing else, until its token is revoked', async () => {
    await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    const [watanabe, sato] = [await signedIn('watanabe'), await signedIn('sato')]
    const asked = { name: 'Lobby', display: true }
    expect((await sato.sends('POST', '/tokens', asked)).status).toBe(403)
    const odd = await watanabe.sends('POST', '/tokens', { ...asked, may_name_people: true })
    expect([odd.status, JSON.parse(odd.text).code]).toEqual([422, 'token-display'])
    const { id, token, right } = JSON.parse((await watanabe.sends('POST', '/tokens', asked)).text)
    expect(right).toBe('viewer')

    const screen = visitor(() => stage.bot.app.url)
    expect((await screen.get('/wall')).status).toBe(302)
    expect((await screen.get('/display/sssbot_nothing')).status).toBe(404)
    const opened = await screen.get(`/display/${token}`)
    expect([opened.status, opened.location]).toEqual([302, `${stage.bot.app.url}/wall`])
    expect(screen.set.join()).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
    expect((await screen.get('/wall')).status).toBe(200)
    const board = await screen.get('/api/v1/board')
    expect(board.text).toContain('決済が遅い')
    expect(board.text).not.toContain('顧客名簿')
    expect((await screen.get('/api/v1/me')).status).toBe(200)
    for (const path of ['incidents', 'search?q=x', 'export', 'tokens', 'sessions', 'settings', 'people?q=sato'])
      expect([path, (await screen.get(`/api/v1/${path}`)).status]).toEqual([path, 403])
    expect((await screen.send('POST', '/api/v1/incidents', { service: 'a', summary: 'x' })).status).toBe(403)
    expect((await screen.get('/incidents')).status).toBe(302)
    // Neither is it a token for anything else, nor is another token one for a screen.
    const bearer = { authorization: `Bearer ${token}` }
    expect((await fetch(`${stage.bot.app.url}/api/v1/incidents`, { headers: bearer })).status).toBe(403)
    const other = JSON.parse((await watanabe.sends('POST', '/tokens', { name: 'Script' })).text).token
    expect((await screen.get(`/display/${other}`)).status).toBe(404)

    await watanabe.sends('DELETE', `/tokens/${id}`)
    expect((await screen.get('/api/v1/board')).status).toBe(401)
    expect((await screen.get('/wall')).status).toBe(302)
  })

  test('people see and revoke their own tokens; who administers the bot sees all, and the settings in force without secrets', async () => {
    const [watanabe, sato, mori] = [await signedIn('watanabe'), await signedIn('sato'), await signedIn('guest-mori')]
    await watanabe.sends('POST', '/tokens', { name: 'Grafana' })
    const own = JSON.parse((await sato.sends('POST', '/tokens', { name: 'My script', for: 'me' })).text)
    const seen = async ({ sends }: typeof sato) => JSON.parse((await sends('GET', '/tokens')).text)
    expect((await seen(sato)).tokens.map(({ name }: { name: string }) => name)).toEqual(['My script'])
    expect((await seen(sato)).may).toMatchObject({ administer: false, own: true })
    expect((await seen(mori)).may).toMatchObject({ administer: false, own: false })
    expect((await seen(watanabe)).tokens).toHaveLength(2)
    expect((await sato.sends('DELETE', `/tokens/${own.id}`)).status).toBe(204)
    expect((await sato.sends('GET', '/settings')).status).toBe(403)

    await stage.bot.configure({
      pagers: {
        night: { kind: 'webhook', url: 'https://hooks.example.com/a-key-in-a-path', secret_env: 'NIGHT_SECRET' },
      },
    })
    const { settings, refused } = JSON.parse((await watanabe.sends('GET', '/settings')).text)
    expect(refused).toEqual([])
    expect(settings.pagers.night).toMatchObject({ url: 'https://hooks.example.com/…', secretEnv: 'NIGHT_SECRET' })
    expect(JSON.stringify(settings)).not.toContain('a-key-in-a-path')
  })
})
