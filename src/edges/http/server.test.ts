import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog, silentLog } from '../../kit/log.ts'
import { Stopping } from '../../kit/stopping.ts'
import type { Status } from './page.ts'
import { type HttpServer, serveHttp } from './server.ts'

const well: Status = {
  ok: true,
  database: 'pglite',
  slack: 'connected',
  sandboxUrl: 'http://127.0.0.1:4000',
  openIncidents: 2,
  refusedSettings: [],
  workspace: { people: { is: 'read' }, groups: { is: 'read' }, channels: { is: 'read' } },
  otherConnections: 0,
  setAside: 0,
}
const servers: HttpServer[] = []
const serve = async (status: Partial<Status> = {}) => {
  const server = await serveHttp({
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    status: async () => ({ ...well, ...status }),
    slack: undefined,
  })
  servers.push(server)
  return server.url
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

  it('shows why changed settings were refused, and what a person typed stays text', async () => {
    const problem = {
      file: 'sssbot.yaml',
      line: 3,
      column: 5,
      path: 'services.a',
      message: { ja: '「<b>」は使えません', en: 'cannot be "<b>"' },
    }
    const page = await (
      await fetch(await serve({ refusedSettings: [problem] }), { headers: { 'accept-language': 'en' } })
    ).text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('sssbot.yaml:3:5')
    expect(page).not.toContain('<b>')
  })

  it('says that another installation takes events away', async () => {
    const ja = { headers: { 'accept-language': 'ja' } }
    expect(await (await fetch(await serve({ otherConnections: 2 }), ja)).text()).toContain('別の sssbot が')
    expect(await (await fetch(`${await serve({ otherConnections: 2 })}/healthz`)).json()).toMatchObject({
      otherConnections: 2,
    })
    expect(await (await fetch(await serve(), ja)).text()).not.toContain('別の sssbot が')
  })

  it('counts what was set aside', async () => {
    const en = { headers: { 'accept-language': 'en' } }
    expect(await (await fetch(await serve({ setAside: 3 }), en)).text()).toContain('were set aside')
    expect(await (await fetch(await serve(), en)).text()).not.toContain('were set aside')
  })

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const start = serveHttp({ host: '127.0.0.1', port, log: silentLog, status: async () => well, slack: undefined })
    await expect(start).rejects.toThrow(`Port ${port} is taken: stop what uses it, or set PORT to another one`)
    other.close()
  })

  it('asks whose request the stop cut short to ask again, which is no error; any other failure is logged', async () => {
    const lines: string[] = []
    const log = createLog({ level: 'error', destination: { write: (line) => void lines.push(line) } })
    const files = new Hono().get('/cut', () => Promise.reject(new Stopping()))
    files.get('/broken', () => Promise.reject(new Error('broken')))
    const parts = { host: '127.0.0.1', port: 0, log, status: async () => well, files, slack: undefined }
    const server = await serveHttp(parts)
    servers.push(server)
    const cut = await fetch(`${server.url}/cut`)
    expect([cut.status, cut.headers.get('retry-after'), lines]).toEqual([503, '5', []])
    expect((await fetch(`${server.url}/broken`)).status).toBe(500)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'A request failed', path: '/broken' }])
  })
})
