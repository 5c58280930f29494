import { expect, vi } from 'vitest'
import { z } from 'zod'
import { changingCommands } from '../../src/rooms/commands/index.ts'
import { proofOf } from '../../src/rooms/incident/index.ts'
import { ranks } from '../../src/rooms/settings/index.ts'
import { patient } from '../harness/patience.ts'
import { type Chat, claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
import { signsIn, type Visitor, visitor } from './dashboard-visitor.ts'
import { leastFor } from './least.ts'
import { setModelStage, apiToken as token } from './models-stage.ts'
import { forEachDatabase, test } from './telling.ts'

// Some thousand calls.
vi.setConfig({ testTimeout: patient(180_000) })

/** What nobody outside may read. */
const secrets = ['顧客名簿の持ち出し', '三万人分', '端末を差し押さえる', '調査会社に依頼済み', '社外秘の監査'] as const

/** Whoever asks: by which token and in whose name, or at a browser that is signed in. */
type Stranger = { called: string; secret: string; actor?: string; browser?: Visitor }

/** By the shared token: nobody named, a colleague without a part in it, and a guest. */
const strangers: readonly Stranger[] = [
  { called: 'nobody', secret: token },
  { called: 'suzuki', secret: token, actor: 'suzuki' },
  { called: 'guest-mori', secret: token, actor: 'guest-mori' },
]

/** What the writes take that are no verbs of the menu. Whoever adds one is asked here for what it takes. */
const bodies: Record<string, object> = {
  'POST /api/v1/incidents': { service: 'a', summary: 'x' },
  'POST /api/v1/incidents/:id/timeline': { at: '2026-11-23T13:00:00+09:00', words: 'x' },
  'POST /api/v1/incidents/:id/catch-up': {},
  'PATCH /api/v1/incidents/:id/timeline/:entry': { reason: 'x', words: 'y' },
  'POST /api/v1/incidents/:id/commands/:verb': { values: { summary: 'x' } },
  'POST /api/v1/incidents/:id/changes/:change/undo': {},
  'POST /api/v1/tokens': { name: 'x' },
  'POST /api/v1/views': { name: 'x', query: '' },
  'POST /doctor': {},
  'POST /status/try-again': {},
  'POST /github/webhook': {},
  'POST /sign-in/link': {},
  'POST /sign-out': {},
}

/** What the looks take that answer nothing without it: with it they would find what nobody outside may read. */
const queries: Record<string, string> = { 'GET /api/v1/search': `q=${encodeURIComponent('顧客名簿')}` }

/** What an answer says; of a stream how it begins. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text()
  const reader = answer.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return new TextDecoder().decode(value)
}

const verbs = new Map(changingCommands.map(({ does }) => [`POST /api/v1/incidents/:id/${does.name}`, does]))

function bodyFor(door: string): object | undefined {
  const verb = verbs.get(door)
  if (verb) return leastFor(verb.input)
  if (/^(GET|DELETE) /.test(door)) return undefined
  const body = bodies[door]
  if (!body) throw new Error(`The walk does not know what ${door} takes: say it in bodies`)
  return body
}

forEachDatabase((database) => {
  // A model that private incidents may go to: what it makes of one is kept, and is nobody else's either.
  const stage = setModelStage(database, {}, { private: true }, { model: 'points', private: true })

  const cookieOf = ({ cookies }: Visitor) => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: stage.bot.app.url,
  })

  const askedOnce = async (door: string, names: Record<string, string>, who: Stranger, more: object = {}) => {
    const { secret, actor } = who
    const [method = '', path = ''] = door.split(' ')
    const filled = path.replace(/:(\w+)/g, (_, name: string) => {
      const value = names[name]
      if (value === undefined) throw new Error(`The walk does not know what :${name} is: say it in names`)
      return encodeURIComponent(value)
    })
    const body = bodyFor(door)
    const query = [...(body || !actor ? [] : [`actor=${actor}`]), ...(queries[door] ? [queries[door]] : [])].join('&')
    const answer = await fetch(`${stage.bot.app.url}${filled}?${query}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(who.browser ? cookieOf(who.browser) : { authorization: `Bearer ${secret}` }),
        'accept-language': 'ja',
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify({ ...(actor ? { actor } : {}), ...body, ...more }) } : {}),
    })
    const headers = [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name))
    return { status: answer.status, headers, text: await textOf(answer) }
  }

  /** A busy bot asks to come again, and the walk does. */
  const asked: typeof askedOnce = async (...question) => {
    for (let tries = 1; ; tries++) {
      const answer = await askedOnce(...question)
      if (answer.status !== 503 || tries === 20) return answer
    }
  }

  test('at every door what somebody may not know is, to the byte, what does not exist', async () => {
    const channel = await stage.as('kobayashi').declares({ summary: secrets[0], visibility: 'private' })
    const does = async (verb: string, values: object) => {
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }
      const body = JSON.stringify({ actor: 'kobayashi', ...values })
      const { status } = await fetch(`${stage.bot.app.url}/api/v1/incidents/${id}/${verb}`, { ...init, body })
      expect([verb, status]).toEqual([verb, 200])
    }
    const id = await incidentIn(stage, channel)
    const written = `${secrets[1]}の影響が出ています。`
    const quoted = `${secrets[2]}ので、レベル5でお願いします`
    stage.models.answer(({ records, system, prompt }: Chat) => {
      const keyOf = (words: string) =>
        Object.entries(records).find(([, each]) => each.words.includes(words))?.[0] ?? 'none'
      return /formal notice/.test(system + prompt)
        ? claims({ words: written, sources: [keyOf(secrets[1])], part: 'impact' })
        : claims({ words: quoted, sources: [keyOf(quoted)], part: 'whole' })
    })
    await does('edit-summary', { summary: secrets[0], impact: secrets[1] })
    await does('add-todo', { text: secrets[2] })
    await does('update', { condition: secrets[3] })
    await does('set-tags', { tags: [secrets[4]] })
    // What was said proposes a level, and what was written for outside a letter.
    await stage.as('kobayashi').says(`#${channel}`, quoted)
    await stage.quiet()
    // What is made of it is kept, and is nobody else's either.
    const summary = `${stage.bot.app.url}/api/v1/incidents/${id}/summary?actor=kobayashi&language=ja`
    const made = await fetch(summary, { headers: { authorization: `Bearer ${token}` } })
    expect(await made.text()).toContain(secrets[3])
    const drafts = `${stage.bot.app.url}/api/v1/incidents/${id}/drafts?actor=kobayashi&language=ja`
    const proposed = await (await fetch(drafts, { headers: { authorization: `Bearer ${token}` } })).text()
    for (const word of ['level5', secrets[1], secrets[2]]) expect(proposed).toContain(word)
    await stage.as('kobayashi').chooses(channel, 'letter')
    await stage.quiet()
    const kept = async () => {
      const tables = stage.bot.app.world.db.read
      const answers = await tables.selectFrom('model_answers').select(['purpose', 'claims']).execute()
      const requests = await tables.selectFrom('model_calls').select(['request', 'answer']).execute()
      return { purposes: answers.map(({ purpose }) => purpose), words: JSON.stringify({ answers, requests }) }
    }
    const before = await kept()
    expect(before.purposes).toEqual(expect.arrayContaining(['summary', 'draft-letter']))
    for (const word of [written, quoted]) expect(before.words).toContain(word)
    const vectors = () => stage.bot.app.world.db.read.selectFrom('model_vectors').select('incident_id').execute()
    expect(await vectors()).toContainEqual({ incident_id: id })
    const open = await incidentIn(stage, await stage.as('suzuki').declares({ summary: '画面が白い' }))
    const { read } = stage.bot.app.world.db
    const todo = await read.selectFrom('todos').select('id').where('incident_id', '=', id).executeTakeFirstOrThrow()

    // Agents with each right, one for its service among them, and an administrator by a token of her own.
    const bearers: Stranger[] = []
    for (const values of [
      ...ranks.map((right) => ({ name: `agent ${right}`, right })),
      { name: 'named it', incidents: [open], services: ['a'], right: 'security' },
      { name: 'carol', actor: 'carol', for: 'me', right: 'administrator' },
      // A screen on the wall, whose token shows what is public to whoever walks by.
      { name: 'the screen', display: true },
    ]) {
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }
      const answer = await fetch(`${stage.bot.app.url}/api/v1/tokens`, { ...init, body: JSON.stringify(values) })
      bearers.push({ called: values.name, secret: z.object({ token: z.string() }).parse(await answer.json()).token })
    }
    for (const called of ['suzuki', 'guest-mori', 'watanabe']) {
      const browser = visitor(() => stage.bot.app.url)
      await signsIn(browser, called)
      bearers.push({ called: `${called}’s browser`, secret: '', browser })
    }
    const screen = visitor(() => stage.bot.app.url)
    expect((await screen.get(`/display/${bearers.find(({ called }) => called === 'the screen')?.secret}`)).status).toBe(
      302,
    )
    bearers.push({ called: 'the screen’s browser', secret: '', browser: screen })
    const suzuki: Stranger = { called: 'suzuki', secret: token, actor: 'suzuki' }

    const [there, nowhere] = [
      {
        id,
        incident: id,
        ticket: 'x',
        entry: 'note:1',
        verb: 'edit-summary',
        change: 'fct_x',
        secret: 'sssbot_x',
        view: 'viw_x',
        token: 'tok_nothing',
        session: 'ses_nothing',
        link: 'lnk_nothing',
        page: 'x',
        file: 'x',
      },
      {
        id: 'inc_nothing',
        incident: 'inc_nothing',
        ticket: 'x',
        entry: 'note:1',
        verb: 'edit-summary',
        change: 'fct_x',
        secret: 'sssbot_x',
        view: 'viw_x',
        token: 'tok_nothing',
        session: 'ses_nothing',
        link: 'lnk_nothing',
        page: 'x',
        file: 'x',
      },
    ]
    const { doors } = stage.bot.app
    expect(doors.length).toBeGreaterThan(60)
    const leaks: string[] = []
    const walk = async (door: string) => {
      // What is no part of the API knows no tokens of it.
      const isPage = /^GET \/(incidents|search|sessions|wall|tokens|settings|docs\/api)?(\/:page(\/history)?)?$/.test(
        door,
      )
      for (const who of door.includes(' /api/') || isPage ? [...strangers, ...bearers] : strangers) {
        const [secret, missing] = await Promise.all([asked(door, there, who), asked(door, nowhere, who)])
        if (/:(id|incident)\b/.test(door)) {
          if (JSON.stringify(secret) !== JSON.stringify(missing))
            leaks.push(`${door} as ${who.called}: ${JSON.stringify(secret)}, and not ${JSON.stringify(missing)}`)
          // Refused before anybody has looked whether it is there, it would prove nothing.
          const isTurnedAway = who.called === 'nobody' || (who.called.startsWith('the screen') && secret.status === 403)
          if (!isTurnedAway && secret.status !== 404)
            leaks.push(`${door} as ${who.called} was not walked: ${secret.text}`)
        }
        const words = [secret, missing].map(({ text }) => text).join('\n')
        for (const word of secrets) if (words.includes(word)) leaks.push(`${door} as ${who.called} says ${word}`)
      }
    }
    // A few side by side: all at once, a busy machine would turn them away.
    const left = [...doors]
    const walker = async () => {
      for (let door = left.shift(); door; door = left.shift()) await walk(door)
    }
    await Promise.all([walker(), walker(), walker(), walker(), walker(), walker()])
    // What a verb names besides: of an incident that a stranger may know of, by what belongs to the one that they may not.
    for (const [door, verb] of verbs) {
      const shape = verb.input instanceof z.ZodObject ? verb.input.shape : {}
      for (const [field, schema] of Object.entries(shape)) {
        if (!proofOf(schema)) continue
        for (const [mine, none] of [
          [id, 'inc_nothing'],
          [todo.id, 'todo_nothing'],
        ] as const) {
          if (!z.safeParse(schema, mine).success) continue
          const names = { ...there, id: open }
          const [secret, missing] = await Promise.all([
            asked(door, names, suzuki, { [field]: mine }),
            asked(door, names, suzuki, { [field]: none }),
          ])
          if (JSON.stringify(secret) !== JSON.stringify(missing)) leaks.push(`${door} ${field}: ${secret.text}`)
        }
      }
    }
    expect(leaks).toEqual([])

    // The address of a review's calendar, which is passed on with the entry: it names nothing of what is private, and no other's ticket fits.
    await does('recover', { permanence: 'provisional' })
    await does('plan-review', { at: '2026-11-27T05:00:00Z', minutes: 60, people: ['U0KOBAYASHI'] })
    const ticketOf = (incident: string, until = new Date('2026-12-20T00:00:00Z')) =>
      stage.bot.app.world.links.to(`/calendar/${incident}`, until)?.split('/').at(-1) ?? ''
    const calendarOf = (incident: string, ticket: string) =>
      asked('GET /calendar/:incident/:ticket', { incident, ticket }, { called: 'nobody', secret: '' })
    const own = await calendarOf(id, ticketOf(id))
    expect([own.status, own.text]).toEqual([200, expect.stringContaining('DTSTART:20261127T050000Z')])
    for (const word of secrets) expect(own.text.replaceAll(/\r?\n[ \t]/g, '')).not.toContain(word)
    const wrong = await calendarOf('inc_nothing', ticketOf('inc_nothing'))
    expect(wrong.status).toBe(404)
    expect(await calendarOf(id, ticketOf(open))).toEqual(wrong)
    expect((await calendarOf(id, ticketOf(id, new Date('2026-11-01T00:00:00Z')))).status).toBe(410)

    // Whoever knows reads it at the same doors: the walk would find the words.
    const known = await asked('GET /api/v1/incidents/:id', there, {
      called: 'kobayashi',
      secret: token,
      actor: 'kobayashi',
    })
    expect(known.text).toContain(secrets[1])
    const found = await asked('GET /api/v1/search', there, { called: 'kobayashi', secret: token, actor: 'kobayashi' })
    expect(found.text).toContain(id)
    expect(stage.log.join('')).not.toContain(secrets[0])

    // What was said and is deleted stands in nothing that was made of it, nor in what was sent for it.
    const { id: place, messages } = await stage.channel(channel)
    const said = messages.find(({ text }) => text === quoted)
    await stage.as('kobayashi').do({ do: 'delete', channel: place, ts: said?.ts ?? '' })
    await stage.quiet()
    expect((await kept()).words).not.toContain(quoted)
  })
})
