import { expect } from 'vitest'
import { z } from 'zod'
import type { DatabaseName } from '../harness/database.ts'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'

const token = 'a-token-for-stories-only'

/** What people paste, what overflows, what has another shape, what is looked up; as JSON carries it. */
const oddities: readonly unknown[] = [
  'a\0b',
  '\ud83d',
  '\ude00\ud83d',
  '\u202eabc',
  'ｱｲｳ２０２６＠ｓｓｓｂｏｔ',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '2026-02-30',
  'x'.repeat(100_000),
  '(('.repeat(2_000),
  '',
  null,
  -1,
  1.5,
  1e308,
  8_640_000_000_001,
  2 ** 53,
  [],
  {},
  [null],
  ['__proto__'],
]

/** The same as it stands in an address: bytes that are no text among them. */
const oddBytes = [
  '%00',
  'a%00b',
  '%ED%A0%BD',
  '%FF%FE',
  '%',
  '%zz',
  '__proto__',
  'constructor',
  '..%2F..%2Fetc',
  '%EF%BC%91',
  '-1',
  '1e999',
  `${'x'.repeat(4000)}`,
  '%27%3B--',
  '2026-02-30',
  '275761-01-01',
  '%E2%80%AEabc',
]

const operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z
    .looseObject({
      content: z.record(
        z.string(),
        z.looseObject({ schema: z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }) }),
      ),
    })
    .optional(),
})
const description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
const formShape = z.looseObject({
  form: z.looseObject({ parts: z.array(z.looseObject({ id: z.string().optional() })) }).nullable(),
})

/** Registers the hooks that set the stage, and answers the walks over its doors: of what could be tried one in so many is (`thinned`). */
export function setOddDoors(database: DatabaseName, thinned: number) {
  const stage = setStage(
    database,
    { api: { right: 'administrator', may_name_people: true, limits: { reads: 100_000, writes: 100_000 } } },
    undefined,
    { SSSBOT_API_TOKEN: token },
  )
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  const asked = async (method: string, path: string, body?: unknown): Promise<Response | undefined> => {
    const answer = await fetch(`${stage.bot.app.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      wrong.push(
        `${method} ${path.slice(0, 100)} ${JSON.stringify(body)?.length} ${String(error)} ${String(error instanceof Error ? error.cause : '')}`,
      )
      return undefined
    })
    if (answer) statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (answer && answer.status >= 500 && answer.status !== 503)
      wrong.push(
        `${answer.status} ${method} ${path.slice(0, 140)} ${JSON.stringify(body)?.slice(0, 140)}: ${(await answer.text()).slice(0, 200)}`,
      )
    else if (answer?.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
    return answer
  }

  async function prepared() {
    const channel = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
    const id = await incidentIn(stage, channel)
    await asked('POST', `/api/v1/incidents/${id}/add-todo`, { actor: 'tanaka', text: 'a', owner: 'U0TANAKA' })
    await stage.quiet()
    return id
  }

  /** Whatever stands in an address or a body, no door breaks. */
  async function takesAnyCall(): Promise<void> {
    const id = await prepared()
    const told = description.parse(await (await asked('GET', '/api/v1/openapi.json'))?.json())
    let calls = 0
    for (const [short, methods] of Object.entries(told.paths)) {
      const path = `/api/v1${short}`
      for (const [method, raw] of Object.entries(methods)) {
        const { parameters, requestBody } = operation.parse(raw)
        const isVerb = /^\/api\/v1\/incidents\/\{id\}\/[a-z-]+$/.test(path) && method === 'post'
        const at = (name: string, value: string) =>
          path.replace(/\{(\w+)\}/g, (_, each: string) => (each === name ? value : each === 'id' ? id : 'x'))
        const fields = Object.keys(requestBody?.content['application/json']?.schema.properties ?? {})
        const tries: [string, unknown?][] = []
        for (const { name, in: where } of parameters)
          for (const odd of oddBytes) {
            if (where === 'path') tries.push([at(name, odd)])
            if (where === 'query') tries.push([`${at('', '')}?actor=tanaka&${name}=${odd}`])
          }
        if (!isVerb || fields.length < 3)
          for (const field of fields)
            for (const odd of oddities) tries.push([at('', ''), { actor: 'tanaka', name: 'x', [field]: odd }])
        if (method !== 'get' && method !== 'delete')
          for (const odd of [
            null,
            [],
            'x',
            1,
            { __proto__x: 1 },
            JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
          ])
            tries.push([at('', ''), odd])
        // Some are tried at each place, and each at some place.
        for (const [where, body] of tries.filter((_, n) => n % (3 * thinned) === calls % (3 * thinned))) {
          calls++
          await asked(method.toUpperCase(), where, method === 'get' || method === 'delete' ? undefined : (body ?? {}))
        }
      }
    }
    for (const door of stage.bot.app.doors.filter((each) => !each.includes('/api/v1') && !each.includes('doctor'))) {
      const [method = '', path = ''] = door.split(' ')
      if (method !== 'GET') continue
      for (const odd of oddBytes) {
        calls++
        await asked(
          method,
          `${path.replace(/:\w+/g, odd)}?return=${odd}&q=${odd}&code=${odd}&state=${odd}&token=${odd}`,
        )
      }
    }
    // It is not blind: many come as far as what the door itself takes.
    expect(calls).toBeGreaterThan(1_200 / thinned)
    expect((statuses.get(200) ?? 0) + (statuses.get(400) ?? 0) + (statuses.get(422) ?? 0)).toBeGreaterThan(
      600 / thinned,
    )
    await stage.clock.advanceBy(60_000)
    expect(wrong).toEqual([])
  }

  /** Whatever a form of the dashboard is sent with, no door breaks. */
  async function takesAnyForm(): Promise<void> {
    const id = await prepared()
    const list = z
      .looseObject({ commands: z.array(z.looseObject({ verb: z.string() })) })
      .parse(await (await asked('GET', `/api/v1/incidents/${id}/commands?actor=tanaka`))?.json())
    let calls = 0
    for (const { verb } of list.commands) {
      const got = await asked('GET', `/api/v1/incidents/${id}/commands/${verb}?actor=tanaka`)
      const form = formShape.safeParse(await got?.json())
      const fields = form.success ? (form.data.form?.parts ?? []).flatMap((part) => part.id ?? []) : []
      for (const field of [...fields, '__proto__', 'constructor'])
        for (const odd of oddities.filter((_, n) => n % (5 * thinned) === calls % (5 * thinned))) {
          calls++
          await asked('POST', `/api/v1/incidents/${id}/commands/${verb}`, { actor: 'tanaka', values: { [field]: odd } })
          if (typeof odd === 'string')
            await asked('POST', `/api/v1/incidents/${id}/commands/${verb}`, {
              actor: 'tanaka',
              argument: odd,
              people: { [field]: odd },
            })
        }
    }
    expect(calls).toBeGreaterThan(420 / thinned)
    expect(wrong).toEqual([])
  }

  return { takesAnyCall, takesAnyForm }
}
