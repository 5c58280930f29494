import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog, silentLog } from '../../kit/log.ts'
import { Stopping } from '../../kit/stopping.ts'
import type { Health } from './health.ts'
import { createOperator } from './operator.ts'
import type { Status } from './page.ts'
import { type HttpServer, serveHttp } from './server.ts'

const well: Status = {
  ok: true,
  troubles: [],
  shutOut: null,
  database: 'pglite',
  slack: 'connected',
  sandboxUrl: 'http://127.0.0.1:4000',
  openIncidents: 2,
  refusedSettings: [],
  workspace: { people: { is: 'read' }, groups: { is: 'read' }, channels: { is: 'read' } },
  otherConnections: 0,
  unheldRights: [],
  searchFill: null,
  setAside: 0,
  parked: 0,
}
const servers: HttpServer[] = []
const common = {
  host: '127.0.0.1',
  port: 0,
  log: silentLog,
  healths: { health: async (): Promise<Health> => well, isReady: async () => true },
  prove: (nonce: string) => `proof of ${nonce}`,
  sandboxUrl: 'http://127.0.0.1:4000',
  slack: undefined,
}
/** A server whose bot is in this state. */
const serve = async (status: Partial<Status> = {}) => {
  const found = { ...well, ...status }
  const server = await serveHttp({
    ...common,
    healths: { health: async () => found, isReady: async () => found.ok },
    operator: createOperator({
      tokens: ['the token'],
      status: async () => found,
      async *examine() {},
      async tryAgain() {
        const had = { events: found.parked ?? 0, work: found.setAside ?? 0 }
        Object.assign(found, { parked: 0, setAside: 0 })
        return had
      },
    }),
  })
  servers.push(server)
  return server.url
}
/** What the operator's browser shows. */
const statusPage = async (status: Partial<Status>, language: string) => {
  const authorization = `Basic ${Buffer.from('me:the token').toString('base64')}`
  const headers = { authorization, accept: 'text/html', 'accept-language': language }
  return (await fetch(`${await serve(status)}/status`, { headers })).text()
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

describe('the bot’s own page', () => {
  it('speaks the reader’s language and leads to the sandbox', async () => {
    const url = await serve()
    const ja = await (await fetch(url, { headers: { 'accept-language': 'ja' } })).text()
    const en = await (await fetch(url, { headers: { 'accept-language': 'en-US' } })).text()
    expect(ja).toContain('sssbot は動いています')
    expect(en).toContain('Open the sandbox')
    expect(en).toContain('href="http://127.0.0.1:4000"')
  })

  it('tells a browser in its language that nothing stands at an address, and nothing more where something is hidden', async () => {
    const url = await serve()
    const browser = { accept: 'text/html,*/*', 'accept-language': 'ja', 'x-forwarded-for': '198.51.100.7' }
    const nowhere = await fetch(`${url}/nowhere`, { headers: browser })
    const words = await nowhere.text()
    expect([nowhere.status, words]).toEqual([404, expect.stringContaining('このページはありません')])
    const hidden = await fetch(`${url}/status`, { headers: browser })
    expect([hidden.status, await hidden.text()]).toEqual([404, words])
    expect(await (await fetch(`${url}/nowhere`)).text()).toBe('404 Not Found')
  })

  it('tells strangers alive or not, and nothing else, whatever there is to tell', async () => {
    const problem = { file: 'sssbot.yaml', line: 3, column: 5, path: 'services.a', message: { ja: '秘', en: 'secret' } }
    const url = await serve({
      ok: false,
      troubles: ['settings', 'slack'],
      refusedSettings: [problem],
      openIncidents: 3141,
      setAside: 2718,
      otherConnections: 1618,
      shutOut: 'account_inactive',
    })
    const health = await fetch(`${url}/healthz`)
    expect([health.status, await health.json()]).toEqual([503, { ok: false }])
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false }])
    const page = await (await fetch(url, { headers: { 'accept-language': 'en' } })).text()
    expect(page).toContain('does not work properly')
    expect(page).not.toMatch(/secret|services|sssbot\.yaml|3141|2718|1618|account_inactive|PGlite/)
    const well = await fetch(`${await serve()}/healthz`)
    expect([well.status, await well.json()]).toEqual([200, { ok: true }])
  })

  it('proves that it is the bot to whoever asks with a nonce of some length', async () => {
    const ask = async (nonce: string) => (await fetch(`${await serve()}/healthz?nonce=${nonce}`)).json()
    expect(await ask('a'.repeat(36))).toEqual({ ok: true, proof: `proof of ${'a'.repeat(36)}` })
    for (const odd of ['short', 'a'.repeat(65), `${'a'.repeat(30)}%20`]) expect(await ask(odd)).toEqual({ ok: true })
  })
})

describe('the operator’s status', () => {
  it('is for who has the token, by a program and by a browser', async () => {
    const url = `${await serve({ openIncidents: 7 })}/status`
    const as = (authorization: string, more = {}) => fetch(url, { headers: { authorization, ...more } })
    expect(await (await as('Bearer guess')).text()).toBe('Unauthorized')
    expect((await fetch(url)).headers.get('www-authenticate')).toContain('Basic')
    const basic = `Basic ${Buffer.from(':the token').toString('base64')}`
    expect(await (await as(basic)).json()).toMatchObject({ ok: true, openIncidents: 7 })
    expect((await as(basic, { 'x-forwarded-for': '198.51.100.7' })).status).toBe(404)
  })

  it('shows why changed settings were refused, and what a person typed stays text', async () => {
    const problem = {
      file: 'sssbot.yaml',
      line: 3,
      column: 5,
      path: 'services.a',
      message: { ja: '「<b>」は使えません', en: 'cannot be "<b>"' },
    }
    const page = await statusPage({ ok: false, troubles: ['settings'], refusedSettings: [problem] }, 'en')
    expect(page).toContain('role="alert"')
    expect(page).toContain('sssbot.yaml:3:5')
    expect(page).not.toContain('<b>')
  })

  it.each<[string, Partial<Status>, string]>([
    ['another installation', { otherConnections: 2 }, '別の sssbot が'],
    [
      'a right that nobody has',
      { unheldRights: [{ list: 'managers', names: ['ops'] }] },
      'access.managers にある @ops',
    ],
    ['what was set aside', { setAside: 3 }, '止めてある予定や処理があります（2週間残ります）: 3件'],
    ['events that were given up', { parked: 2 }, 'イベントがあります（2週間残ります）: 2件'],
    ['a removed app', { ok: false, troubles: ['slack'], shutOut: 'account_inactive' }, '（account_inactive）'],
    [
      'a database that is silent',
      { ok: false, troubles: ['database'], openIncidents: null, workspace: null, setAside: null, unheldRights: null },
      'データベースが応答しません',
    ],
    ['work that stands still', { ok: false, troubles: ['work'] }, '進んでいない処理'],
    ['no connection', { ok: false, troubles: ['slack'] }, 'Slack とつながっていません'],
  ])('tells of %s', async (_, status, words) => {
    expect(await statusPage(status, 'ja')).toContain(words)
    expect(await statusPage({}, 'ja')).not.toContain(words)
  })
})

describe('what was given up', () => {
  const url = async () => `${await serve({ setAside: 3, parked: 2 })}/status/try-again`
  const authorization = `Basic ${Buffer.from('me:the token').toString('base64')}`
  const post = async (headers: Record<string, string>) =>
    fetch(await url(), { method: 'POST', headers, redirect: 'manual' })

  it('says how far what was there before can be searched', async () => {
    expect(await statusPage({ searchFill: { incidents: 3, of: 10 } }, 'ja')).toContain('10件のうち3件を読み込みました')
    expect(await statusPage({ searchFill: { incidents: 3, of: 10 } }, 'en')).toContain('3 of 10 incidents read')
    expect(await statusPage({}, 'en')).not.toContain('Preparing the search')
  })

  it('is tried again when the operator asks, by a program or by the button of the page', async () => {
    const asked = await post({ authorization })
    expect([asked.status, await asked.json()]).toEqual([200, { events: 2, work: 3 }])
    const pressed = await post({ authorization, accept: 'text/html' })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/status'])
    expect(await statusPage({ setAside: 1 }, 'ja')).toContain('止めてあるものをもう一度試す')
    expect(await statusPage({}, 'en')).not.toContain('Try them again')
  })

  it('is for nobody else, and for no other page in the operator’s browser', async () => {
    expect((await post({})).status).toBe(401)
    expect((await post({ authorization, 'x-forwarded-for': '198.51.100.7' })).status).toBe(404)
    for (const origin of ['https://evil.example', 'null'])
      expect((await post({ authorization, origin })).status).toBe(404)
  })
})

describe('the server', () => {
  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const start = serveHttp({ ...common, port })
    await expect(start).rejects.toThrow(`Port ${port} is taken: stop what uses it, or set PORT to another one`)
    other.close()
  })

  it.each([
    ['a head', 'POST /taken HTTP/1.1\r\nhost: x\r\n'],
    ['a body', 'POST /taken HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf'],
  ])('hangs up on who never comes to the end of %s, and what lasts once it has come goes on', async (_, sent) => {
    const files = new Hono().post('/taken', async (c) => c.text(await c.req.text()))
    const { promise: over, resolve: end } = Promise.withResolvers<string>()
    files.get('/lasts', async (c) => c.text(await over))
    const server = await serveHttp({ ...common, files, slowest: { headMs: 100, wholeMs: 200, lookMs: 20 } })
    servers.push(server)
    const lasting = fetch(`${server.url}/lasts`)
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let said = ''
    socket.on('data', (part) => {
      said += part.toString()
    })
    socket.write(sent)
    await new Promise((resolve) => socket.once('close', resolve))
    expect(said).toMatch(/^HTTP\/1\.1 408 /)
    end('to its end')
    expect(await (await lasting).text()).toBe('to its end')
  })

  it('asks whose request the stop cut short to ask again, which is no error; any other failure is logged', async () => {
    const lines: string[] = []
    const log = createLog({ level: 'error', destination: { write: (line) => void lines.push(line) } })
    const files = new Hono().get('/cut', () => Promise.reject(new Stopping()))
    files.get('/broken', () => Promise.reject(new Error('broken')))
    const server = await serveHttp({ ...common, log, files })
    servers.push(server)
    const cut = await fetch(`${server.url}/cut`)
    expect([cut.status, cut.headers.get('retry-after'), lines]).toEqual([503, '5', []])
    expect((await fetch(`${server.url}/broken`)).status).toBe(500)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'A request failed', path: '/broken' }])
  })
})
