import { request } from 'node:http'
import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const browser = () => visitor(() => stage.bot.app.url)

  describe('whoever may not sign in is told why, and what to do, in their language', () => {
    const refusals: [string, string, RegExp, RegExp, (handle: string) => Promise<unknown>][] = [
      [
        'an account of another workspace',
        'partner-2',
        /別のワークスペースのアカウント.*ボットがいるワークスペースのアカウントで、もう一度/,
        /account of another workspace\. Please sign in with one of/,
        () => stage.driver.workspace({ connect: true }),
      ],
      [
        'a deactivated account',
        'sato',
        /無効になっています。.*ワークスペースの管理者に頼んで/,
        /deactivated\..*ask a workspace admin/,
        async () => {
          const user = await stage.as('sato').user()
          await stage.bot.app.world.db.transaction((tx) =>
            tx.updateTable('directory_people').set({ is_deactivated: true }).where('handle', '=', 'sato').execute(),
          )
          await stage.driver.fault({ method: 'users.info', answer: { ok: true, user: { ...user, deleted: true } } })
        },
      ],
    ]
    test.each(refusals)('%s', async (_, handle, ja, en, begins) => {
      await begins(handle)
      for (const [language, words] of [
        ['ja', ja],
        ['en', en],
      ] as const) {
        const person = browser()
        const sent = await person.get('/sign-in')
        const { location } = await person.get(`${sent.location}&sandbox_as=${handle}`)
        const refused = await person.get(location, { 'accept-language': language })
        expect([refused.status, refused.text]).toEqual([403, expect.stringMatching(words)])
        expect(refused.text).toContain(`<html lang="${language}">`)
        expect(refused.text).toContain('/sign-in"')
        expect(person.cookies.has('sssbot')).toBe(false)
        // The API, which such a browser asks next, answers programs.
        const asked = await person.get('/api/v1/incidents', { 'accept-language': language })
        expect([asked.status, asked.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
        const { code, detail } = JSON.parse(asked.text)
        expect([code, detail]).toEqual([
          'unauthorized',
          expect.stringMatching(language === 'ja' ? /もう一度サインイン/ : /sign in again/),
        ])
      }
    })

    test('a guest is let in, and is told by the API what is not for guests', async () => {
      const id = await incidentIn(stage, await stage.as('tanaka').declares())
      const guest = browser()
      expect((await signsIn(guest, 'guest-mori')).status).toBe(302)
      expect(JSON.parse((await guest.get('/api/v1/incidents')).text).incidents).toEqual([])
      const hidden = await guest.get(`/api/v1/incidents/${id}`)
      expect([hidden.status, JSON.parse(hidden.text).code]).toEqual([404, 'not-found'])
      const own = { origin: stage.bot.app.url, 'accept-language': 'ja' }
      const refused = await guest.send('POST', '/api/v1/tokens', { name: 'mine', for: 'me' }, own)
      expect([refused.status, JSON.parse(refused.text).detail]).toEqual([403, expect.stringMatching(/[ぁ-ん]/)])
    })
  })

  test('no header makes the bot lead elsewhere, or set a cookie for another place', async () => {
    const { port } = new URL(stage.bot.app.url)
    const asked = (path: string, headers: Record<string, string>) =>
      new Promise<{ status: number; said: string }>((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              said: `${JSON.stringify(answer.headers)} ${Buffer.concat(parts).toString()}`,
            }),
          )
        })
        sent.on('error', reject)
        sent.end()
      })
    const forged: Record<string, string>[] = [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '443' },
      { forwarded: 'for=198.51.100.1;host=evil.example;proto=https' },
      { 'x-original-host': 'evil.example', 'x-host': 'evil.example', 'x-forwarded-server': 'evil.example' },
      { 'x-original-url': '/api/v1/me', 'x-rewrite-url': '/api/v1/me', 'x-http-method-override': 'DELETE' },
    ]
    for (const path of ['/', '/sign-in', '/sign-in?return=//evil.example', '/nowhere', '/incidents', '/api/v1/me'])
      for (const headers of forged) {
        const plain = await asked(path, { accept: 'text/html' })
        const { status, said } = await asked(path, { accept: 'text/html', ...headers })
        expect([path, headers, status]).toEqual([path, headers, plain.status])
        // What was asked for comes back as the way on from the sign-in, and is looked at there.
        expect(said.replaceAll(/return=[^"&]*/g, '')).not.toContain('evil.example')
        expect(said).not.toMatch(/__Host-|Secure/)
      }
  })
})
