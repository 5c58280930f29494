import { connect } from 'node:net'
import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const secret = '顧客名簿の持ち出し'

/** Other ways to write where something stands; `ID` is the incident's. */
const detours = [
  '/api/v1/incidents/ID',
  '//api/v1/incidents/ID',
  '/api//v1/incidents/ID',
  '/API/V1/incidents/ID',
  '/api/v1/incidents/ID/',
  '/api/v1/incidents/ID//',
  '/api/v1/./incidents/ID',
  '/api/v1/x/../incidents/ID',
  '/assets/../api/v1/incidents/ID',
  '/sign-in/..%2fapi/v1/incidents/ID',
  '/%2e%2e/api/v1/incidents/ID',
  '/%61pi/v1/incidents/ID',
  '/api%2fv1%2fincidents%2fID',
  '/api/v1/incidents%2fID',
  '/api/v1/incidents/ID%00',
  '/api/v1/incidents/ID%2f..%2fID/detail',
  '/api/v1/incidents/ID;a=b/detail',
  '/api/v1/incidents/ID%0d%0aset-cookie:%20a=b',
  '/\\api\\v1\\incidents\\ID',
  '/api/v1/export?format=csv&format=json',
  '/incidents/ID%2fhistory',
  'http://evil.example/api/v1/incidents/ID',
  '*',
  '/?/../api/v1/incidents/ID',
  `/${'a/'.repeat(3_000)}`,
]

/** The same for what is for whoever runs the bot, and for files beside the dashboard's. */
const others = [
  '//status',
  '/status/',
  '/STATUS',
  '/%73tatus',
  '/x/../status',
  '/status%2ftry-again',
  '/doctor/',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/index.html',
  '/..%2f..%2fetc%2fpasswd',
]

forEachDatabase((database) => {
  const stage = setStage(
    database,
    { api: { right: 'administrator', may_name_people: true, limits: { reads: 100_000, writes: 100_000 } } },
    undefined,
    { SSSBOT_API_TOKEN: token },
  )

  /** Sends bytes as they are, and answers all that comes back; `cut` hangs up behind them. */
  const sends = (text: string, { cut = false } = {}): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(stage.bot.app.url).port), '127.0.0.1')
      let said = ''
      socket.on('data', (part) => {
        said += part.toString()
      })
      // A connection that the server ends is an answer as well.
      socket.on('error', () => {})
      socket.on('close', () => resolve(said))
      if (cut) socket.end(text)
      else socket.write(text)
    })
  const asks = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
    sends(
      `${[`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body}`,
    )
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
  const bearer = { authorization: `Bearer ${token}` }
  const failures = () => stage.log.filter((line) => line.includes('"level":50'))

  describe('however a place is written', () => {
    test('nobody comes by another way to what they may not know, and no door breaks', async () => {
      const id = await incidentIn(
        stage,
        await stage.as('kobayashi').declares({ summary: secret, visibility: 'private' }),
      )
      const wrong: string[] = []
      for (const detour of [...detours, ...others]) {
        const path = detour.replaceAll('ID', id)
        const asSuzuki = `${path}${path.includes('?') ? '&' : '?'}actor=suzuki`
        // Whoever runs the bot has this token as well, and is shown how it is.
        const isForOperator = /tatus/i.test(path)
        for (const [who, answer] of [
          ['a stranger', await asks('GET', path)],
          ['a colleague', isForOperator ? '' : await asks('GET', asSuzuki, bearer)],
        ] as const) {
          const status = statusOf(answer)
          if (status >= 500) wrong.push(`${path} by ${who}: ${answer.slice(0, 200)}`)
          if (/顧客|"version"|root:|"openIncidents"/.test(answer) || /^set-cookie: a/im.test(answer))
            wrong.push(`${path} tells ${who}: ${answer.slice(0, 400)}`)
          if (who === 'a stranger' && status === 200 && /application\/json/i.test(answer))
            wrong.push(`${path} answers a stranger`)
        }
      }
      expect(wrong).toEqual([])
      expect(failures()).toEqual([])
      // The walk is not blind: by the right way, who knows reads it.
      expect(await asks('GET', `/api/v1/incidents/${id}?actor=kobayashi`, bearer)).toContain(secret)
    })

    test('no header turns one method into another, and no other origin is let in', async () => {
      const id = await incidentIn(stage, await stage.as('tanaka').declares())
      const path = `/api/v1/incidents/${id}`
      const before = await asks('GET', path, bearer)
      for (const method of ['OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'POST']) {
        const answer = await asks(method, path, { ...bearer, origin: 'https://evil.example', 'content-length': '0' })
        expect([method, statusOf(answer)]).toEqual([method, 404])
        expect(answer.toLowerCase()).not.toContain('access-control-')
      }
      for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method'])
        await asks('GET', `${path}/cancel?_method=POST`, { ...bearer, [name]: 'POST' })
      const bodyOf = (answer: string) => answer.split('\r\n\r\n')[1]
      expect(bodyOf(await asks('GET', path, bearer))).toBe(bodyOf(before))
    })
  })

  test('a body that is not what its head says declares nothing, and is no error of the bot’s', async () => {
    const head = (...more: string[]) =>
      [
        'POST /api/v1/incidents HTTP/1.1',
        'host: 127.0.0.1',
        `authorization: Bearer ${token}`,
        'content-type: application/json',
        ...more,
      ].join('\r\n')
    const body = JSON.stringify({ actor: 'tanaka', service: 'a', summary: 'x' })
    const { length } = Buffer.from(body)
    const cut = await sends(`${head(`content-length: ${length + 10}`, 'connection: close')}\r\n\r\n${body}`, {
      cut: true,
    })
    expect(statusOf(cut)).not.toBe(201)
    const short = await sends(`${head(`content-length: ${length - 5}`, 'connection: close')}\r\n\r\n${body}`)
    expect(statusOf(short)).toBe(400)
    for (const more of [
      [`content-length: ${length}`, 'transfer-encoding: chunked'],
      [`content-length: ${length}`, `content-length: ${length + 1}`],
      ['transfer-encoding: chunked, identity'],
      ['content-length: -1'],
    ])
      expect([more, statusOf(await sends(`${head(...more)}\r\n\r\n${body}`))]).toEqual([more, 400])
    expect(await asks('GET', '/api/v1/incidents', bearer)).toContain('"incidents":[]')
    expect(failures()).toEqual([])
  })

  test('of a name that stands twice in a body the last counts, and a list of thousands is refused in words', async () => {
    const sent = (path: string, body: string) =>
      asks(
        'POST',
        path,
        { ...bearer, 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` },
        body,
      )
    const twice = await sent('/api/v1/incidents', '{"actor":"kobayashi","service":"a","summary":"x","actor":"tanaka"}')
    expect([statusOf(twice), twice]).toEqual([201, expect.stringContaining('"declared_by":"U0TANAKA"')])
    const id = /inc_[a-z0-9]+/.exec(twice)?.[0]
    const thousands = JSON.stringify(Array.from({ length: 12_000 }, (_, n) => n % 10))
    for (const [verb, field] of [
      ['set-tags', 'tags'],
      ['call-people', 'people'],
      ['set-type', 'types'],
    ])
      expect(
        statusOf(await sent(`/api/v1/incidents/${id}/${verb}`, `{"actor":"tanaka","${field}":${thousands}}`)),
      ).toBe(400)
  })
})
