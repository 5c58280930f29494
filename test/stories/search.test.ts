import { sql } from 'kysely'
import { expect } from 'vitest'
import { z } from 'zod'
import { fillAtStart } from '../../src/rooms/search/index.ts'
import { keepHeard } from '../../src/rooms/search/keep.ts'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const answer = z.object({
  hits: z.array(
    z.object({
      incident: z.string(),
      kind: z.string(),
      ref: z.string(),
      at: z.iso.datetime(),
      marked: z.array(z.object({ text: z.string(), hit: z.boolean() })),
      link: z.string().nullable(),
    }),
  ),
  incidents: z.record(z.string(), z.looseObject({ summary: z.string() })),
  next: z.string().nullable(),
  about: z.number().nullable(),
})

forEachDatabase((database) => {
  const stage = setStage(database)

  /** Somebody at the dashboard, who looks for words and reads what was found with its hits in brackets. */
  const searcher = async (handle: string) => {
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, handle)
    const page = async (q: string, more: Record<string, string> = {}) => {
      const { status, text } = await browser.get(`/api/v1/search?${new URLSearchParams({ q, ...more })}`)
      expect(status, text).toBe(200)
      return answer.parse(JSON.parse(text))
    }
    const finds = async (q: string, more: Record<string, string> = {}) =>
      (await page(q, more)).hits.map(
        ({ kind, marked }) => `${kind}: ${marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')}`,
      )
    return { page, finds }
  }

  test('whatever was said and written is found, in whatever width, kana or case', async () => {
    const [tanaka, sato] = [stage.as('tanaka'), stage.as('sato')]
    const channel = await tanaka.declares({ summary: 'ログインできない' })
    await sato.takesNextStep(channel)
    await sato.does(channel, 'edit-summary', { summary: 'ログインできない', impact: 'Nobody can log in' })
    const before = await sato.says(`#${channel}`, 'ﾛｸﾞｲﾝ画面で <@U0ALICE> が 5xx を見ています')
    await sato.does(channel, 'update', { condition: 'ログインの失敗が続いている', action: '認証サーバーを再起動' })
    await sato.does(channel, 'add-todo', { text: 'ログインのログを保存' })
    await sato.does(channel, 'add-entry', { words: 'ログイン失敗の監視が鳴った' })
    await sato.does(channel, 'add-action', { title: 'ログインの監視を早くする' })
    await stage.quiet()
    const alice = await searcher('alice')
    expect((await alice.finds('ろぐいん')).toSorted()).toEqual([
      'action: [ログイン]の監視を早くする',
      'message: [ﾛｸﾞｲﾝ]画面で @Alice Martin が 5xx を見ています',
      'note: [ログイン]失敗の監視が鳴った',
      'summary: [ログイン]できない',
      'todo: [ログイン]のログを保存',
      'update: [ログイン]の失敗が続いている\n認証サーバーを再起動',
    ])
    expect(await alice.finds('ＬＯＧ')).toEqual(['impact: Nobody can [log] in'])
    expect(await alice.finds('サーバ 失敗')).toHaveLength(1)
    expect(await alice.finds('alice 5XX')).toHaveLength(1)
    expect(await alice.finds('ログアウト')).toEqual([])
    expect(await alice.finds('')).toEqual([])
    expect(await alice.finds('ログイン', { kind: 'todo,note' })).toHaveLength(2)
    expect(await alice.finds('ログイン', { service: 'b' })).toEqual([])
    expect(await alice.finds('ログイン', { from: '2026-11-01', to: '2026-12-31' })).toHaveLength(6)
    expect(await alice.finds('ログイン', { to: '2026-01-01' })).toEqual([])
    const { hits, incidents, about } = await alice.page('画面')
    expect([hits[0]?.ref.endsWith(before), about]).toEqual([true, 1])
    expect(incidents[hits[0]?.incident ?? '']?.summary).toBe('ログインできない')
  })

  test('page by page everything is found once, the newest first', async () => {
    const channel = await stage.as('tanaka').declares()
    for (let n = 1; n <= 7; n++) await stage.as('sato').says(`#${channel}`, `${n} 回目の確認`)
    await stage.quiet()
    const alice = await searcher('alice')
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: z.output<typeof answer> = await alice.page('回目', { limit: '3', ...(cursor ? { cursor } : {}) })
      seen.push(...page.hits.map(({ marked }) => marked[0]?.text ?? ''))
      cursor = page.next
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `${n} `))
  })

  describe('what is no longer there', () => {
    everywhere('a deleted message is in no result, nor what was made of it', async () => {
      const [sato, alice] = [stage.as('sato'), await searcher('alice')]
      const channel = await stage.as('tanaka').declares()
      const { id } = await stage.channel(channel)
      const ts = await sato.says(`#${channel}`, 'TODO: 秘密の鍵を消す')
      await stage.as('tanaka').do({ do: 'pin', channel: id, ts })
      await stage.quiet()
      await sato.does(channel, 'add-entry', { words: '秘密の鍵の話をした' })
      await stage.quiet()
      expect(await alice.finds('秘密の鍵')).toHaveLength(3)
      await sato.do({ do: 'delete', channel: id, ts })
      await stage.quiet()
      expect(await alice.finds('秘密の鍵')).toEqual(['note: [秘密の鍵]の話をした'])
    })

    test('what is edited while it is read for the search is found as it is then', async () => {
      const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const { id: channelId } = await stage.channel(channel)
      const ts = await stage.as('sato').says(`#${channel}`, '待ち行列は正常です')
      await stage.quiet()
      const { db } = stage.bot.app.world
      // What is found already as it reads is not written again.
      await db.transaction((tx) => tx.deleteFrom('search_entries').where('ref', 'like', `%${ts}`).execute())
      const edited = Promise.withResolvers<void>()
      const lets = Promise.withResolvers<void>()
      const editing = db.transaction(async (tx) => {
        await tx.updateTable('record_messages').set({ words: '待ち行列が溢れています' }).where('ts', '=', ts).execute()
        edited.resolve()
        await lets.promise
      })
      await edited.promise
      const keeping = keepHeard(stage.bot.app.world, { channelId, ts })
      const waiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%search_entries%'`
      await expect.poll(async () => (await waiting.execute(db.read)).rows.length).toBe(1)
      lets.resolve()
      await Promise.all([editing, keeping])
      const entry = db.read.selectFrom('search_entries').select('words').where('ref', 'like', `%${ts}`)
      expect(await entry.execute()).toEqual([{ words: '待ち行列が溢れています' }])
    })

    test('an edit is found, and what it took away is not', async () => {
      const [sato, alice] = [stage.as('sato'), await searcher('alice')]
      const channel = await stage.as('tanaka').declares()
      const ts = await sato.says(`#${channel}`, 'パスワードは hunter2')
      await stage.quiet()
      expect(await alice.finds('hunter')).toHaveLength(1)
      await sato.do({ do: 'edit', channel: (await stage.channel(channel)).id, ts, text: 'パスワードを変えました' })
      await stage.quiet()
      expect(await alice.finds('hunter')).toEqual([])
      expect(await alice.finds('変えました')).toHaveLength(1)
    })
  })

  describe('a private incident', () => {
    test('is found by who takes part in it alone, from the moment on at which it becomes one', async () => {
      const [sato, tanaka] = [stage.as('sato'), stage.as('tanaka')]
      const channel = await tanaka.declares({ summary: '顧客名簿の持ち出し' })
      await sato.says(`#${channel}`, '顧客名簿は三万人分')
      await stage.quiet()
      const [outside, inside] = [await searcher('suzuki'), await searcher('tanaka')]
      expect(await outside.finds('顧客名簿')).toHaveLength(2)
      await tanaka.does(channel, 'set-visibility', { visibility: 'private' })
      expect(await outside.finds('顧客名簿')).toEqual([])
      expect(await inside.finds('顧客名簿')).toHaveLength(2)
      await stage.quiet()
      expect(await outside.page('顧客名簿')).toEqual({ hits: [], incidents: {}, next: null, about: 0 })
    })

    test('is hidden by the right to know, also where a copy of it lags behind', async () => {
      const channel = await stage.as('kobayashi').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
      await stage.quiet()
      const { db } = stage.bot.app.world
      await db.transaction((tx) => sql`update search_entries set restricted = false`.execute(tx))
      expect(await (await searcher('suzuki')).finds('顧客名簿')).toEqual([])
      expect(await (await searcher('kobayashi')).finds('顧客名簿')).toHaveLength(1)
      expect(channel).toBeTruthy()
    })
  })

  test('in Slack it is answered to the person alone, in their language, with the way there', async () => {
    const channel = await stage.as('tanaka').declares({ summary: 'ログインできない' })
    const hidden = await stage.as('kobayashi').declares({ summary: 'ログイン情報の流出', visibility: 'private' })
    await stage.as('sato').says(`#${channel}`, 'ﾛｸﾞｲﾝ画面が白い')
    await stage.quiet()
    const answered = async (handle: string, place: string) =>
      words(await stage.until(async () => (await stage.as(handle).alone(place)).at(-1))).replaceAll('\n', '')
    const before = (await stage.channel('general')).messages.length
    await stage.as('suzuki').says('#general', '@sssbot 検索 ろぐいん')
    const seen = await answered('suzuki', 'general')
    expect(seen).toContain('ろぐいん')
    expect(seen).toContain('ﾛｸﾞｲﾝ画面が白い')
    expect(seen).toContain('ログインできない')
    expect(seen).not.toContain('流出')
    await stage.quiet()
    const shown = (await stage.channel('general')).messages.slice(before).filter((each) => !each.ephemeral_to)
    expect(shown.map(({ user }) => user)).toEqual(['U0SUZUKI'])
    await stage.as('alice').do({ do: 'command', channel: `#${channel}`, command: '/incident', text: 'find LOGIN' })
    expect(await answered('alice', channel)).toContain('Nothing was found for “LOGIN”')
    await stage.as('kobayashi').do({ do: 'command', channel: '#general', command: '/incident', text: '流出を検索' })
    expect(await answered('kobayashi', 'general')).toContain('ログイン情報の流出')
    expect(hidden).toBeTruthy()
  })

  everywhere(
    'what was there before the search is read in the background, and goes on after an end in between',
    async () => {
      const first = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('sato').says(`#${first}`, '決済の待ち行列が伸びています')
      await stage.as('tanaka').declares({ summary: '決済が止まった' })
      await stage.quiet()
      const { world } = stage.bot.app
      const firstId = await incidentIn(stage, first)
      // As an older release left it, with one incident done.
      await world.db.transaction(async (tx) => {
        await sql`delete from search_entries where incident_id <> ${firstId}`.execute(tx)
        await sql`delete from search_entries where kind = 'message'`.execute(tx)
        await sql`update search_fills set finished_at = null, upto = '', incidents = 0`.execute(tx)
      })
      const alice = await searcher('alice')
      expect(await alice.finds('決済')).toHaveLength(1)
      await fillAtStart(world)
      await stage.quiet()
      expect(await alice.finds('決済')).toHaveLength(3)
      expect(await world.db.read.selectFrom('search_fills').select(['incidents']).execute()).toEqual([{ incidents: 2 }])
    },
  )
})
