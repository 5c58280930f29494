import { expect } from 'vitest'
import { slotOf, words } from './sights.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const hour = 3_600_000
const day = 24 * hour
/** The stories begin at 14:00 in Tokyo on Monday; people are reminded at 10:00. */
const tilTen = 20 * hour

const services = { a: { lead: '@yamamoto' } }

/** It is over, so that the timekeeper rests while days pass. */
async function ends(stage: Stage, channel: string, values: Record<string, unknown> = {}) {
  await stage.as('tanaka').chooses(channel, 'recover')
  await stage.as('tanaka').sends(values)
  await stage.quiet()
  await stage.as('tanaka').chooses(channel, 'complete')
  await stage.as('tanaka').sends({ waivers: 'なし' })
  await stage.quiet()
}

/** What a person was told about action items, oldest first. */
const told = async (stage: Stage, who: string) =>
  (await stage.as(who).direct()).filter((message) => slotOf(message)?.startsWith('action-'))
/** Of those, the ones that still ask for something. */
const standing = async (stage: Stage, who: string) =>
  (await told(stage, who)).filter((message) => JSON.stringify(message.blocks).includes('incident.'))

async function adds(stage: Stage, channel: string, values: Record<string, unknown>, who = 'tanaka') {
  await stage.as(who).chooses(channel, 'add-action')
  const { errors } = await stage.as(who).sends(values)
  await stage.quiet()
  return errors
}

forEachDatabase((database) => {
  const stage = setStage(database, { services })
  const tanaka = () => stage.as('tanaka')
  const items = () => stage.bot.app.world.db.read.selectFrom('action_items').selectAll().orderBy('n').execute()
  const inDirect = async (who: string, start: string) =>
    (await told(stage, who)).filter((message) => slotOf(message)?.startsWith(start))
  const presses = async (who: string, verb: string) => {
    const [message] = await standing(stage, who)
    const conversation = (await stage.state()).channels.find(
      (each) => each.is_im && each.messages.some(({ ts }) => ts === message?.ts),
    )
    await stage.as(who).do({
      do: 'click',
      channel: conversation?.id ?? '',
      ts: message?.ts ?? '',
      action_id: `incident.${verb}`,
    })
  }

  test('the owner hears of it, three days before, on the day and after it; at last the service’s lead does', async () => {
    const name = await tanaka().declares()
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await ends(stage, name)
    expect((await told(stage, 'sato')).map(words).join()).toContain(
      '<@U0TANAKA> さんから、アクションアイテムの依頼です',
    )
    await stage.pass(tilTen - hour)
    expect(await inDirect('sato', 'action-due')).toEqual([])
    await stage.pass(2 * hour)
    expect(words((await inDirect('sato', 'action-due')).at(-1))).toMatch(/あと3日/)
    await stage.pass(3 * day)
    expect(words((await inDirect('sato', 'action-due')).at(-1))).toContain('期限は今日です')
    await stage.pass(3 * day)
    expect(words((await inDirect('sato', 'action-due')).at(-1))).toMatch(/期限を3日.*過ぎています/)
    expect(await told(stage, 'yamamoto')).toEqual([])
    await stage.pass(4 * day)
    const lead = words((await told(stage, 'yamamoto')).at(-1))
    expect(lead).toContain('サービスの責任者として')
    expect(lead).toContain('監視を足す')
    // One message with buttons for each person, however many reminders there were.
    expect(await standing(stage, 'sato')).toHaveLength(1)
    expect(await inDirect('sato', 'action-due')).toHaveLength(4)
    await stage.pass(10 * day)
    expect(await inDirect('sato', 'action-due')).toHaveLength(4)
  })

  everywhere('from the reminder: another day with a reason, waived with a reason, and done', async () => {
    const name = await tanaka().declares()
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await ends(stage, name)
    await stage.pass(tilTen + hour)
    await presses('sato', 'move-action')
    expect((await stage.as('sato').sends({ due: '2026-12-07', reason: ' ' })).errors).not.toEqual({})
    expect((await stage.as('sato').sends({ due: '2026-12-07', reason: '部品を待っている' })).errors).toEqual({})
    await stage.quiet()
    expect(words((await inDirect('sato', 'action-due')).at(-1))).toContain('期限は12/7（月）になりました')
    expect(await standing(stage, 'sato')).toEqual([])
    await stage.pass(5 * day)
    expect(await inDirect('sato', 'action-due')).toHaveLength(1)
    await stage.pass(6 * day)
    expect(await inDirect('sato', 'action-due')).toHaveLength(2)
    await presses('sato', 'waive-action')
    await stage.as('sato').sends({ reason: '新しい基盤に移る' })
    await stage.quiet()
    expect(words((await inDirect('sato', 'action-due')).at(-1))).toContain('やらないことになりました')
    await stage.pass(10 * day)
    expect(await inDirect('sato', 'action-due')).toHaveLength(2)
    expect(await items()).toMatchObject([{ state: 'waived', reason: '新しい基盤に移る', due_on: '2026-12-07' }])
    const { read } = stage.bot.app.world.db
    const moved = await read
      .selectFrom('facts')
      .select(['actor_id', 'data'])
      .where('type', '=', 'actions.changed')
      .execute()
    expect(moved).toMatchObject([
      { actor_id: 'U0SATO', data: { reason: '部品を待っている', changes: [{ from: '2026-11-27', to: '2026-12-07' }] } },
    ])
  })

  test('who gets it anew is told, and who had it no longer asked', async () => {
    const name = await tanaka().declares()
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await ends(stage, name)
    await presses('sato', 'change-action')
    await stage.as('sato').sends({ owner: 'U0ALICE' })
    await stage.quiet()
    expect(words((await told(stage, 'sato')).at(-1))).toContain('担当が変わりました')
    expect(words((await told(stage, 'alice')).at(-1))).toContain('asks you to take an action item')
    await stage.pass(tilTen + hour)
    expect(words((await told(stage, 'alice')).at(-1))).toContain('due in 3 days')
    expect(await inDirect('sato', 'action-due')).toEqual([])
  })

  describe('what has no owner or no date', () => {
    everywhere(
      'is asked of who writes the postmortem, once about all and not in the hour of recovery, until it is settled',
      async () => {
        const name = await tanaka().declares()
        await adds(stage, name, { title: '監視を足す', owner: 'U0TANAKA' })
        await adds(stage, name, { title: '手順書を書く', due: '2026-12-20' })
        await ends(stage, name, { postmortem_owner: 'U0SATO' })
        await stage.pass(day)
        const [asked] = await inDirect('sato', 'action-gaps')
        expect(words(asked)).toContain('担当か期限の決まっていないアクションアイテムが 2 件')
        await stage.pass(5 * day)
        expect(await inDirect('sato', 'action-gaps')).toHaveLength(1)
        await stage.pass(2 * day)
        expect(await inDirect('sato', 'action-gaps')).toHaveLength(2)
        expect(await standing(stage, 'sato')).toHaveLength(1)
        for (const values of [{ due: '2026-12-20' }, { owner: 'U0TANAKA' }]) {
          await presses('sato', 'change-action')
          expect((await stage.as('sato').sends(values)).errors).toEqual({})
          await stage.quiet()
        }
        expect(words((await inDirect('sato', 'action-gaps')).at(-1))).toContain('担当と期限は決まりました')
        await stage.pass(8 * day)
        expect(await inDirect('sato', 'action-gaps')).toHaveLength(2)
      },
    )
  })

  test('the weekly board tells each service what is left, names nobody so that it rings, and leaves out drills and what is private', async () => {
    const name = await tanaka().declares()
    const drill = await tanaka().declares({ kind: 'drill' })
    const secret = await tanaka().declares({ visibility: 'private' })
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await adds(stage, drill, { title: '訓練の手順を直す', owner: 'U0SATO', due: '2026-11-27' })
    await adds(stage, secret, { title: '鍵を替える', owner: 'U0TANAKA', due: '2026-11-27' })
    for (const each of [name, drill, secret]) await ends(stage, each)
    const boards = async (channel: string) =>
      (await stage.channel(channel)).messages.filter((message) => slotOf(message)?.startsWith('action-board:'))
    await stage.pass(6 * day)
    expect(await boards('service-a')).toEqual([])
    await stage.pass(day)
    const [board] = await boards('service-a')
    expect(words(board)).toContain('残り 1 件（うち期限切れ 1 件）')
    expect(words(board)).toMatch(/監視を足す\n担当: 佐藤/)
    expect(JSON.stringify(board)).not.toMatch(/<@|鍵|訓練/)
    expect(await boards('service-b')).toEqual([])
    if (board) await stage.as('sato').presses('service-a', board, 'incident.change-action', (await items())[0]?.id)
    await stage.as('sato').sends({ state: 'done' })
    await stage.pass(7 * day)
    expect(await boards('service-a')).toHaveLength(1)
  })

  test('App Home shows what one has to do, of whatever incident', async () => {
    const name = await tanaka().declares()
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await ends(stage, name)
    await stage.as('sato').do({ do: 'open_home' })
    await stage.quiet()
    const { id } = await stage.as('sato').user()
    const home = words((await stage.state()).homes[id])
    expect(home).toContain('監視を足す')
    expect(home).toContain('期限: 11/27（金）')
    await stage.as('sato').do({ do: 'click', home: true, action_id: 'incident.change-action' })
    await stage.as('sato').sends({ state: 'done' })
    await stage.quiet()
    expect(await items()).toMatchObject([{ state: 'done', closed_by: 'U0SATO' }])
  })

  test('of a private incident nobody hears by being given something: who is not in it is invited first', async () => {
    const name = await tanaka().declares({ visibility: 'private', summary: '顧客情報の流出' })
    const errors = await adds(stage, name, { title: '鍵を替える', owner: 'U0BOB', due: '2026-11-27' })
    expect(errors.owner).toContain('先に「人を呼ぶ」で招待してください')
    expect(await adds(stage, name, { title: '鍵を替える', owner: 'U0TANAKA', due: '2026-11-27' })).toEqual({})
    await ends(stage, name)
    await stage.pass(14 * day)
    expect((await told(stage, 'tanaka')).length).toBeGreaterThan(0)
    const state = JSON.stringify(
      (await stage.state()).channels
        .filter((each) => each.name !== name && !each.members.includes('U0TANAKA'))
        .map((each) => each.messages),
    )
    expect(state).not.toContain('鍵を替える')
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL', { services })
  test('after an outage of ours over several reminders one comes, the newest, and the rest as ever', async () => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    await adds(stage, name, { title: '監視を足す', owner: 'U0SATO', due: '2026-11-27' })
    await ends(stage, name)
    await stage.restart(() => stage.clock.advanceBy(8 * day))
    const due = (await told(stage, 'sato')).filter((each) => slotOf(each)?.startsWith('action-due'))
    expect(due).toHaveLength(1)
    expect(words(due[0])).toMatch(/期限を3日.*過ぎています/)
    await stage.pass(4 * day)
    expect(words((await told(stage, 'sato')).at(-1))).toMatch(/期限を7日.*過ぎています/)
    expect(await told(stage, 'yamamoto')).toHaveLength(1)
  })
})
