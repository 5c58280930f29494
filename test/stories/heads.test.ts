import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { patient } from '../harness/patience.ts'
import { type Chat, claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setModelStage, apiToken as token } from './models-stage.ts'
import { forEachDatabase, test } from './telling.ts'

// Some two hundred calls.
vi.setConfig({ testTimeout: patient(120_000) })

/** What the looks take that answer nothing without it. */
const queries: Record<string, string> = { 'GET /api/v1/search': `q=${encodeURIComponent('名簿')}` }

/** These say in words how they stand, so that nobody who only looks ahead is sent on, signed in or given a cookie. */
const signingIn = /^GET \/(sign-in|display)/

const tables = z.array(z.object({ name: z.string() }))
const rows = z.array(z.object({ held: z.string() }))
/** When they were last used or heard of, which is no change. */
const byItself = /^(sessions|api_tokens|installation|listeners|projections)$/

forEachDatabase((database) => {
  const stage = setModelStage(database, {}, { private: true })

  /** What every table of ours holds, but when a session and a token were last used, and how things go on by themselves. */
  const kept = async (): Promise<Record<string, string>> => {
    const { read } = stage.bot.app.world.db
    const run = async (text: string) => (await sql.raw(text).execute(read)).rows
    const names = tables.parse(
      await run(`select tablename as name from pg_tables where schemaname = 'public' order by 1`),
    )
    const found: Record<string, string> = {}
    for (const { name } of names.filter(({ name: each }) => !byItself.test(each))) {
      const all = `select coalesce(string_agg(each::text, ' ' order by each::text), '') as held from "${name}" each`
      found[name] = rows.parse(await run(all))[0]?.held ?? ''
    }
    return found
  }

  test('whoever asks for the head of a page alone is answered as for the page, and nothing is read, kept, sent or left open', async () => {
    stage.models.answer(({ records }: Chat) =>
      claims({ words: '調査中です。', sources: Object.keys(records), part: 'whole' }),
    )
    const channel = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    const id = await incidentIn(stage, channel)
    for (let n = 0; n < 9; n++) await stage.as('kobayashi').says(`#${channel}`, `端末 ${n} を調べました`)
    await stage.quiet()
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, 'kobayashi')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const ways: Record<string, Record<string, string>> = {
      'at a browser': { cookie },
      'by a token': { authorization: `Bearer ${token}` },
    }
    const names: Record<string, string> = { id, page: id, incident: id, entry: 'note:1', verb: 'edit-summary' }
    const doors = stage.bot.app.doors.filter((door) => door.startsWith('GET ') && !/doctor|status/.test(door))
    expect(doors.length).toBeGreaterThan(40)
    const asked = async (method: string, door: string, way: string) => {
      const path = door.slice('GET '.length).replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? 'x')
      const query = [
        ...(way === 'by a token' && path.startsWith('/api/') ? ['actor=kobayashi'] : []),
        queries[door] ?? '',
      ]
      const address = `${stage.bot.app.url}${path}?${query.filter(Boolean).join('&')}`
      const answer = await fetch(address, { method, redirect: 'manual', headers: ways[way] ?? {} })
      // Of a stream how it begins.
      if (method === 'GET' && path.endsWith('/events')) {
        await answer.body?.cancel()
        return { status: answer.status, text: '' }
      }
      return { status: answer.status, text: await answer.text() }
    }
    const { calls } = stage.sandbox
    const before = { rows: await kept(), slack: calls.seq, models: stage.models.chats.length }
    const heads: Record<string, number> = {}
    const wrong: string[] = []
    const everyWay = (look: (way: string) => Promise<void>) => Promise.all(Object.keys(ways).map(look))
    for (const door of doors)
      await everyWay(async (way) => {
        const { status, text } = await asked('HEAD', door, way)
        heads[`${door} ${way}`] = status
        if (text !== '') wrong.push(`${door} ${way} has a body`)
      })
    await stage.quiet()
    const after = await kept()
    for (const name of Object.keys(after)) if (after[name] !== before.rows[name]) wrong.push(`${name}: ${after[name]}`)
    expect(wrong).toEqual([])
    expect([calls.seq, stage.models.chats.length]).toEqual([before.slack, before.models])
    for (const door of doors.filter((each) => !signingIn.test(each)))
      await everyWay(async (way) => {
        const [{ status }, head] = [await asked('GET', door, way), heads[`${door} ${way}`]]
        if (status !== head) wrong.push(`${door} ${way}: ${status}, its head ${head}`)
      })
    await stage.quiet()
    expect(wrong).toEqual([])
    // The walk is not blind: whoever asks for all of it has read what is private, and the models were asked.
    const readings = await kept()
    expect(readings.private_readings).not.toBe(after.private_readings)
    expect(stage.models.chats.length).toBeGreaterThan(before.models)
  })
})
