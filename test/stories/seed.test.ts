import { sql } from 'kysely'
import { expect } from 'vitest'
import { chanceOf } from '../../scripts/seed/chance.ts'
import { storiesOf } from '../../scripts/seed/company.ts'
import * as deed from '../../scripts/seed/deeds.ts'
import { closeDiary, idAt, openDiary, type Row } from '../../scripts/seed/diary.ts'
import * as learning from '../../scripts/seed/learning.ts'
import { mark, say } from '../../scripts/seed/record.ts'
import { refuseRealIncidents } from '../../scripts/seed/refuse.ts'
import { writeAll } from '../../scripts/seed/write.ts'
import type { Database } from '../../src/kit/db/index.ts'
import { viewerOf } from '../../src/rooms/access/index.ts'
import { waitingFor } from '../../src/rooms/home/index.ts'
import { waitingIn } from '../../src/rooms/home/waiting.samples.ts'
import type { Waiting } from '../../src/rooms/home/waiting.ts'
import { withPartOf } from '../../src/rooms/reading/index.ts'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { keepWhole } from '../../src/rooms/search/keep.ts'
import { situationOf } from '../../src/rooms/situation/index.ts'
import { voices } from '../../src/rooms/situation/situation.samples.ts'
import { statementsOf } from '../harness/statements.ts'
import { incidentIn } from './conversation.ts'
import { signsIn, visitor } from './dashboard-visitor.ts'
import { setStage } from './stage.ts'
import { onDatabase, test } from './telling.ts'

const minute = 60_000

/** What a worked incident and a made-up one differ in: ids, keys and moments of Slack, and what is due: made-up ones have no timers. */
const masked = (thing: unknown): unknown =>
  JSON.parse(
    JSON.stringify(thing, (key, value: unknown) =>
      /^(said_?at|read_?at|permalink|created_?at|declare_?view_?id|view_?id|viewId|through|through_token|seq|name|wanted_name|archives|archiveAt)$/i.test(
        key,
      )
        ? undefined
        : value,
    )
      .replaceAll(/\b(inc|act|todo|fct)_[0-9a-z]{26}/g, '$1_x')
      .replaceAll(/\bC0(?!SERVICE|INCIDENT|DEV|CUSTOMER|EXEC)[0-9A-Z]+/g, 'C0OWN')
      .replaceAll(/\b\d{10}\.\d{6}\b/g, 'ts'),
  )

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  const db = () => stage.bot.app.world.db
  const tables = [
    'incidents',
    'assembled_people',
    'assembled_channels',
    'role_holders',
    'updates',
    'checkpoints',
    'todos',
    'action_items',
    'postmortems',
    'postmortem_texts',
    'record_messages',
    'record_sources',
  ] as const
  const rowsOf = async (id: string) => {
    const found: Record<string, unknown> = {}
    for (const table of tables) {
      const column = table === 'incidents' ? 'id' : 'incident_id'
      const { rows } = await sql<object>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(
        db().read,
      )
      found[table] = rows.map((row) => JSON.stringify(masked(row))).sort()
    }
    const { rows } = await sql<object>`
      select type, n, at, actor_kind, actor_id, data from facts where subject = ${`incident:${id}`} order by at, type, n`.execute(
      db().read,
    )
    found.facts = rows
      .filter((row) => !/channel.created/.test(JSON.stringify(row)))
      .map((row) => JSON.stringify(masked(row)))
    return found
  }

  /** Slack's own clock says when its channel was made and when something was said. */
  const happenedIn = async (id: string) =>
    (await timelineOf(db().read, id))
      .filter((entry) => entry.is !== 'fact' || entry.fact.type !== 'channel.created')
      .map((entry) => (entry.is === 'message' ? { message: entry.message } : entry))
      .map((entry) => JSON.stringify(masked(entry)))
      .sort()

  test('an incident that is made up is one that was worked: its rows, its situation, its timeline', async () => {
    const [tanaka, sato] = [stage.as('tanaka'), stage.as('sato')]
    const name = await tanaka.declares({ summary: '決済が遅い' })
    await sato.takesNextStep(name)
    await stage.quiet()
    await sato.does(name, 'set-level', { level: 'level4', reason: '注文の2割' })
    await sato.does(name, 'edit-summary', { impact: '注文の2割が失敗' })
    await sato.does(name, 'set-type', { type: ['availability'] })
    await sato.does(name, 'update', { condition: '調べています', action: 'ログを見ています', next_minutes: '30' })
    const ts = await tanaka.says(`#${name}`, '原因が判明しました')
    await tanaka.do({ do: 'react', channel: (await stage.channel(name)).id, ts, name: 'pushpin' })
    await stage.quiet()
    await sato.does(name, 'add-todo', { text: '設定を戻す', owner: 'U0ALICE' })
    await stage.pass(16 * minute)
    await sato.does(name, 'recover', {
      postmortem_owner: 'U0SATO',
      postmortem_due: '2026-11-30',
      permanence: 'permanent',
    })
    await tanaka.chooses(name, 'postmortem')
    await tanaka.do({
      do: 'click',
      view_id: (await tanaka.form()).id,
      action_id: 'incident.write-section',
      value: 'cause',
    })
    await tanaka.sends({ cause: '接続数の上限' })
    await stage.quiet()
    await tanaka.does(name, 'add-action', {
      title: 'アラートを直す',
      owner: 'U0SATO',
      due: '2026-12-10',
      kind: 'detect',
    })
    await sato.does(name, 'complete', { waivers: '定例で追う' })

    const id = await incidentIn(stage, name)
    const worked = await rowsOf(id)
    const facts = await db()
      .read.selectFrom('facts')
      .selectAll()
      .where('subject', '=', `incident:${id}`)
      .orderBy('seq')
      .execute()
    const at = (type: string): Date => {
      const found = facts.find((fact) => fact.type === type)
      if (!found) throw new Error(`There is no ${type}`)
      return found.at
    }
    const incident = await db().read.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

    const chance = chanceOf(1)
    const declaredAt = at('incident.declared')
    const made: Row<'incidents'> = {
      id: idAt(chance, 'inc', declaredAt),
      status: 'responding',
      service: 'a',
      summary: '決済が遅い',
      impact: null,
      types: [],
      kind: 'real',
      visibility: 'public',
      declared_by: 'U0TANAKA',
      declared_at: declaredAt,
      declare_locale: 'ja',
    }
    const place = { incident_id: made.id, name: 'made-up', suffix: 1, is_private: false }
    const diary = openDiary(chance, made, place)
    const channel = { id: 'C0PAST00001', at: declaredAt }
    deed.declare(diary, {
      by: 'U0TANAKA',
      at: declaredAt,
      called: ['U0TANAKA', 'U0SATO', 'U0ITO', 'U0WATANABE', 'U0ALICE', 'U0YAMAMOTO'],
      channel,
    })
    deed.takeHandler(diary, 'U0SATO', at('roles.handler_taken'))
    deed.setLevel(diary, 'U0SATO', at('incident.level_set'), 'level4', '注文の2割')
    deed.setImpact(diary, 'U0SATO', at('incident.summary_edited'), '注文の2割が失敗')
    deed.setTypes(diary, 'U0SATO', at('incident.type_set'), ['availability'])
    const nextAt = new Date(at('updates.posted').getTime() + 30 * minute)
    deed.postUpdate(diary, 'U0SATO', at('updates.posted'), {
      n: 1,
      report: 'first',
      condition: '調べています',
      action: 'ログを見ています',
      nextAt,
    })
    const key = say(diary, 1, { by: 'U0TANAKA', at: at('record.read'), words: '原因が判明しました', thread: null })
    mark(
      diary,
      { ts: key, author: 'U0TANAKA' },
      { by: 'U0TANAKA', at: at('record.marked'), kind: 'timeline', emoji: 'pushpin' },
    )
    learning.addTodo(diary, 1, {
      by: 'U0SATO',
      at: at('todos.added'),
      owner: 'U0ALICE',
      words: '設定を戻す',
      doneAt: null,
    })
    deed.reachCheckpoint(diary, 1, at('timekeeper.checkpoint_reached'))
    deed.recover(diary, 'U0SATO', at('incident.recovered'), {
      owner: 'U0SATO',
      due: '2026-11-30',
      recoveredAt: incident.recovered_at ?? declaredAt,
    })
    learning.draft(diary, at('postmortem.drafted'))
    learning.write(diary, 'cause', '接続数の上限', 'U0TANAKA', at('postmortem.written'))
    const action = {
      title: 'アラートを直す',
      kind: 'detect' as const,
      owner: 'U0SATO',
      dueOn: '2026-12-10',
      doneAt: null,
    }
    learning.addAction(diary, 1, { by: 'U0TANAKA', at: at('actions.added'), ...action })
    deed.complete(diary, 'U0SATO', at('incident.completed'), [{ what: 'todos', count: 1 }], '定例で追う')
    await writeAll(db(), [closeDiary(diary, true)], () => {})

    expect(await rowsOf(made.id)).toEqual(worked)
    const [mine, theirs] = [await situationOf(db().read, made.id), await situationOf(db().read, id)]
    expect(masked(mine)).toEqual(masked(theirs))
    expect(await happenedIn(made.id)).toEqual(await happenedIn(id))
  })

  test('what is made up is found as if the search had read it, and is the same each time', async () => {
    const settings = stage.bot.app.world.settings()
    const company = { seed: 3, incidents: 60, open: 0, until: new Date('2026-11-20T00:00:00Z'), messagesEach: 5 }
    const stories = () => [...storiesOf(company, settings)].map((rows) => [...rows])
    expect(stories()).toEqual(stories())
    await refuseRealIncidents(db(), false)
    await writeAll(db(), storiesOf(company, settings), () => {})
    await expect(refuseRealIncidents(db(), false)).rejects.toThrow('holds incidents already')
    const { rows } = await sql<{ id: string; summary: string }>`select id, summary from incidents`.execute(db().read)
    expect(new Set(rows.map(({ summary }) => summary)).size).toBe(60)
    const entries = () =>
      sql`select incident_id, kind, ref, at, service, restricted, said_in, words, norm, grams::text from search_entries order by 1, 2, 3`.execute(
        db().read,
      )
    const before = (await entries()).rows
    expect(before.length).toBeGreaterThan(900)
    for (const { id } of rows.slice(0, 25)) await keepWhole(stage.bot.app.world, id)
    expect((await entries()).rows).toEqual(before)
  })

  test('what waits for somebody is read in few statements, and what is settled does not stand before it', async () => {
    const company = { seed: 5, incidents: 300, open: 0, until: new Date('2026-11-20T00:00:00Z'), messagesEach: 1 }
    await writeAll(db(), storiesOf(company, stage.bot.app.world.settings()), () => {})
    const browser = visitor(() => stage.bot.app.url)
    await signsIn(browser, 'ito')
    const settled = await db()
      .read.selectFrom('postmortems')
      .innerJoin('incidents', 'id', 'incident_id')
      .select('id')
      .where('postmortem_owner', '=', 'U0ITO')
      .where('postmortems.status', '=', 'published')
      .execute()
    expect(settled.length).toBeGreaterThan(10)
    const ids = await withPartOf(db().read, { userId: 'U0ITO', isConfined: false }, 300)
    expect(ids.filter((id) => settled.some((each) => each.id === id))).toEqual([])
    await browser.get('/api/v1/waiting')
    const sent = await statementsOf(db(), async () => {
      expect((await browser.get('/api/v1/waiting')).status).toBe(200)
    })
    expect(ids.length).toBeGreaterThan(10)
    expect(sent.length).toBeLessThanOrEqual(10)
  })

  test('what waits for somebody is what each incident by itself says', async () => {
    const { world } = stage.bot.app
    const company = { until: world.clock.now(), messagesEach: 1 }
    await writeAll(db(), storiesOf({ ...company, seed: 6, incidents: 80, open: 0 }, world.settings()), () => {})
    await writeAll(db(), storiesOf({ ...company, seed: 7, incidents: 12, open: 12 }, world.settings()), () => {})
    await unsettle(db(), world.clock.now())
    const kinds = new Set<string>()
    const people = await db().read.selectFrom('directory_people').select('id').execute()
    for (const { id: userId } of people) {
      const viewer = await viewerOf(db().read, world.settings(), userId)
      const each: Waiting[] = []
      for (const id of await withPartOf(db().read, viewer, 60)) {
        const situation = await situationOf(db().read, id)
        if (situation)
          each.push(...waitingIn(situation, { userId, now: world.clock.now(), settings: world.settings() }))
      }
      const waits = (await waitingFor(world, userId, world.clock.now())).filter(({ what }) => what !== 'action')
      const gaps = { where: '#here', title: 'This' }
      const said = (all: readonly Waiting[]) =>
        all.map(({ core, what, due, row }) => ({ what, due, core: core.incident.id, ...row(gaps, voices.ja) }))
      expect(said(waits)).toEqual(said(each))
      expect(waits).toHaveLength(each.length)
      for (const { what } of waits) kinds.add(what)
    }
    expect([...kinds].toSorted()).toEqual(['complete', 'level', 'postmortem', 'question', 'role', 'todo', 'update'])
  })
})

/** Of the incidents that are open one is recovered, the others have no level and an update that is late; somebody is asked a question and for a role. */
async function unsettle(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const open = await tx
      .selectFrom('incidents')
      .select('id')
      .where('status', '=', 'responding')
      .orderBy('id')
      .execute()
    const [first, second] = open.map(({ id }) => id)
    if (!first || !second) throw new Error('Nothing is open')
    await tx.updateTable('incidents').set({ level: null }).where('status', '=', 'responding').execute()
    await tx.updateTable('updates').set({ next_at: now }).execute()
    await tx.updateTable('incidents').set({ status: 'recovered', recovered_at: now }).where('id', '=', first).execute()
    await tx
      .insertInto('postmortem_questions')
      .values({ id: 'q1', incident_id: first, gap: 'impact', user_id: 'U0ITO', asked_at: now, state: 'open' })
      .execute()
    await tx
      .insertInto('hand_overs')
      .values({
        id: 'hov1',
        incident_id: second,
        role: 'scribe',
        to_user: 'U0ITO',
        proposed_by: 'U0SATO',
        briefing: '',
        proposed_at: now,
        state: 'open',
      })
      .execute()
  })
}
