import { expect } from 'vitest'
import { z } from 'zod'
import { entryAnswer } from '../../src/rooms/api/timeline-shapes.ts'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000

const answer = z.object({
  entries: z.array(entryAnswer).default([]),
  error: z.object({ code: z.string(), field: z.string().optional() }).optional(),
})

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (path: string, method = 'GET', body?: object, more: Record<string, string> = {}) => {
    const headers = {
      ...more,
      authorization: `Bearer ${token}`,
      'accept-language': 'ja',
      'content-type': 'application/json',
    }
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, init)
    return { status: answered.status, body: (await answered.json()) as unknown }
  }
  const timeline = async (incident: string, query = '') =>
    answer.parse((await call(`${incident}/timeline${query}`)).body).entries
  const codeOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [status, answer.parse(body).error?.code]
  const marked = async (values: Record<string, unknown> = {}) => {
    const name = await stage.as('tanaka').declares(values)
    const { id } = await stage.channel(name)
    const ts = await stage.as('tanaka').says(`#${name}`, '14:02 に deploy した & 直後から増えた')
    await stage.as('tanaka').do({ do: 'pin', channel: id, ts })
    await stage.quiet()
    return { incident: await incidentIn(stage, name), entry: `message:${id}:${ts}` }
  }

  describe('the timeline over HTTP', () => {
    test('tells what happened, is written onto and put right, with who, when and why; the original stays', async () => {
      const { incident, entry } = await marked()
      const at = new Date(stage.clock.now().getTime() - 40 * minute).toISOString()
      const added = await call(`${incident}/timeline`, 'POST', { actor: 'ito', at, words: '決済代行から電話' })
      expect(added.status).toBe(201)
      expect(entryAnswer.parse(added.body)).toMatchObject({ id: 'note:1', is: 'note', at, author: 'U0ITO' })
      const edited = await call(`${incident}/timeline/${encodeURIComponent(entry)}`, 'PATCH', {
        actor: '@ito',
        reason: 'ログで確かめた',
        words: 'v2.3 を deploy した',
        at,
      })
      expect(edited.status).toBe(200)
      expect(entryAnswer.parse(edited.body)).toMatchObject({
        id: entry,
        at,
        words: 'v2.3 を deploy した',
        author: 'U0TANAKA',
        original: { words: '田中 美咲: 14:02 に deploy した & 直後から増えた' },
        changes: [{ by: 'U0ITO', reason: 'ログで確かめた', words: 'v2.3 を deploy した', hidden: false }],
      })
      await call(`${incident}/timeline/${entry}`, 'PATCH', { actor: 'ito', reason: '関係がない', hidden: true })
      expect((await timeline(incident)).map(({ id }) => id)).not.toContain(entry)
      expect((await timeline(incident, '?hidden=true')).map(({ id }) => id)).toContain(entry)
    })

    test('repeated under its key an entry is written once and put right once; something else under it is refused', async () => {
      const { incident } = await marked()
      const at = new Date(stage.clock.now().getTime() - 40 * minute).toISOString()
      const once = (path: string, method: string, body: object, key: string) =>
        call(`${incident}/timeline${path}`, method, { actor: 'ito', ...body }, { 'idempotency-key': key })
      const written = [
        await once('', 'POST', { at, words: '電話' }, 'k'),
        await once('', 'POST', { words: '電話', at }, 'k'),
      ]
      expect(new Set(written.map(({ body }) => entryAnswer.parse(body).id)).size).toBe(1)
      expect(codeOf(await once('', 'POST', { at, words: 'x' }, 'k'))).toEqual([409, 'idempotency-key-reused'])
      const edit = { reason: '訂正', words: '電話があった' }
      const { id } = entryAnswer.parse(written[0]?.body)
      for (const _ of [1, 2]) expect((await once(`/${id}`, 'PATCH', edit, 'e')).status).toBe(200)
      expect(codeOf(await once(`/${id}`, 'PATCH', { ...edit, words: 'x' }, 'e'))).toEqual([
        409,
        'idempotency-key-reused',
      ])
      const notes = (await timeline(incident)).filter((entry) => entry.is === 'note')
      expect(notes.map(({ changes }) => changes.length)).toEqual([1])
    })

    test('says in a code what it refuses', async () => {
      const { incident, entry } = await marked()
      const path = `${incident}/timeline/${entry}`
      const future = new Date(stage.clock.now().getTime() + 40 * minute).toISOString()
      const reason = '理由'
      expect(codeOf(await call(path, 'PATCH', { actor: 'ito', reason }))).toEqual([422, 'nothing-changed'])
      expect(codeOf(await call(path, 'PATCH', { actor: 'ito', words: 'x' }))).toEqual([400, 'invalid'])
      expect(codeOf(await call(path, 'PATCH', { actor: 'ito', reason, at: future }))).toEqual([422, 'time-in-future'])
      expect(codeOf(await call(`${incident}/timeline/note:9`, 'PATCH', { actor: 'ito', reason, words: 'x' }))).toEqual([
        404,
        'entry-unknown',
      ])
      expect(codeOf(await call(`inc_none/timeline`))).toEqual([404, 'not-found'])
    })

    test('of a private incident is told to nobody, and changed by nobody, without the right', async () => {
      const { incident, entry } = await marked({ visibility: 'private' })
      const path = `${incident}/timeline`
      const at = stage.clock.now().toISOString()
      const gone = [404, 'not-found']
      expect(codeOf(await call(path))).toEqual(gone)
      expect(codeOf(await call(`${path}?actor=yamada`))).toEqual(gone)
      expect(codeOf(await call(path, 'POST', { actor: 'yamada', at, words: 'x' }))).toEqual(gone)
      const change = { reason: 'x', words: 'y' }
      expect(codeOf(await call(`${path}/${entry}`, 'PATCH', { ...change, actor: 'yamada' }))).toEqual(gone)
      expect((await timeline(incident, '?actor=tanaka')).map(({ id }) => id)).toContain(entry)
      expect((await timeline(incident, '?actor=tanaka')).every(({ changes }) => changes.length === 0)).toBe(true)
    })
  })
})
