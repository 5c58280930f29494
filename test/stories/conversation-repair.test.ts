import { expect } from 'vitest'
import { factsAbout } from '../../src/rooms/facts/index.ts'
import { incidentIn, keptIn, keptWords, onTimeline, tablesWith } from './conversation.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000

/** Messages that were said before, by their keys. */
type Before = { first: string; secret: string; parent: string; reply: string }

/** What people do in a channel while the bot does not hear it. */
async function lifeGoesOn(stage: Stage, name: string, { first, secret, parent, reply }: Before) {
  const { id } = await stage.channel(name)
  const [sato, alice] = [stage.as('sato'), stage.as('alice')]
  await sato.do({ do: 'edit', channel: id, ts: first, text: '接続数が上限の 500 です' })
  await sato.do({ do: 'delete', channel: id, ts: secret })
  await sato.do({ do: 'delete', channel: id, ts: reply })
  const missed = await alice.says(`#${name}`, '14:05 に切り戻しました')
  await alice.says(`#${name}`, 'TODO: 監視を増やす', parent)
  await sato.do({ do: 'react', channel: id, ts: missed, name: 'pushpin' })
  await sato.do({ do: 'pin', channel: id, ts: first })
}

async function talkBefore(stage: Stage, name: string): Promise<Before> {
  const sato = stage.as('sato')
  await sato.says(`#${name}`, '見ています')
  const first = await sato.says(`#${name}`, '接続数が上限です')
  const secret = await sato.says(`#${name}`, 'パスワードは hunter2-hunter2 です')
  const parent = await sato.says(`#${name}`, 'ここからはスレッドで')
  const reply = await sato.says(`#${name}`, '鍵は xyzzy9-xyzzy9', parent)
  const { id } = await stage.channel(name)
  for (const ts of [first, secret]) {
    await sato.do({ do: 'react', channel: id, ts, name: 'ballot_box_with_check' })
    await sato.do({ do: 'react', channel: id, ts, name: 'bulb' })
  }
  await stage.pass(2 * minute)
  return { first, secret, parent, reply }
}

async function expectRepaired(stage: Stage, name: string) {
  expect(await keptWords(stage, name)).toEqual([
    '見ています',
    '接続数が上限の 500 です',
    'ここからはスレッドで',
    '14:05 に切り戻しました',
    'TODO: 監視を増やす',
  ])
  expect(await tablesWith(stage, 'hunter2')).toEqual([])
  expect(await tablesWith(stage, 'xyzzy9')).toEqual([])
  expect((await onTimeline(stage, name)).map(({ words }) => words)).toEqual([
    '接続数が上限の 500 です',
    '14:05 に切り戻しました',
  ])
  const { read } = stage.bot.app.world.db
  expect(await read.selectFrom('todos').select('words').orderBy('n').execute()).toEqual([
    { words: '接続数が上限の 500 です' },
    { words: null },
    { words: '監視を増やす' },
  ])
  expect((await read.selectFrom('action_items').select('title').execute()).map(({ title }) => title)).toContain(
    '接続数が上限の 500 です',
  )
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const repaired = async (name: string) =>
    (
      await factsAbout(stage.bot.app.world.db.read, `incident:${await incidentIn(stage, name)}`, ['record.repaired'])
    ).map(({ data }) => data)

  describe('what was missed', () => {
    test('while the bot was out of the channel is found when it is back: said, edited, deleted, marked', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const before = await talkBefore(stage, name)
      await stage.as('tanaka').do({ do: 'kick', channel: id, users: ['sssbot'] })
      await stage.quiet()
      await lifeGoesOn(stage, name, before)
      await stage.pass(5 * minute)
      expect(await keptWords(stage, name)).toContain('パスワードは hunter2-hunter2 です')
      await stage.as('tanaka').do({ do: 'invite', channel: id, users: ['sssbot'] })
      await stage.pass(minute)
      await stage.until(async () => ((await repaired(name)).length > 0 ? true : undefined))
      await stage.quiet()
      await expectRepaired(stage, name)
      expect(await repaired(name)).toMatchObject([{ found: 2, edited: 1, deleted: 2 }])
    })

    everywhere('between the unarchiving of a channel and the bot’s coming back is found', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      await stage.as('sato').says(`#${name}`, '見ています')
      await stage.as('tanaka').do({ do: 'archive', channel: id })
      await stage.quiet()
      // Archiving took it out, and Slack lets it come back after half a minute.
      await stage.driver.fault({ method: 'conversations.join', times: 1, http_status: 429, retry_after: 30 })
      await stage.as('tanaka').do({ do: 'unarchive', channel: id })
      await stage.as('sato').says(`#${name}`, 'まだ終わっていませんでした')
      await stage.pass(minute)
      await stage.until(async () => ((await keptWords(stage, name)).length > 1 ? true : undefined))
      expect(await keptWords(stage, name)).toEqual(['見ています', 'まだ終わっていませんでした'])
    })

    test('is nothing where nothing was, and no fact is made of that', async () => {
      const name = await stage.as('tanaka').declares()
      await talkBefore(stage, name)
      const before = await keptIn(stage, name)
      await stage.as('tanaka').takesNextStep(name)
      await stage.as('tanaka').chooses(name, 'recover')
      await stage.as('tanaka').sends()
      await stage.pass(minute)
      expect((await stage.driver.calls()).filter(({ method }) => method === 'pins.list')).toHaveLength(1)
      expect(await keptIn(stage, name)).toEqual(before)
      expect(await repaired(name)).toEqual([])
    })
  })

  test('a long conversation is read on page by page where Slack’s limits and a broken connection interrupt', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    await stage.as('tanaka').do({ do: 'kick', channel: id, users: ['sssbot'] })
    await stage.quiet()
    for (let n = 0; n < 230; n++) await stage.driver.act({ as: 'sato', do: 'post', channel: id, text: `${n} 回目` })
    await stage.driver.fault({ method: 'conversations.history', times: 1, http_status: 429, retry_after: 1 })
    await stage.driver.fault({ method: 'pins.list', times: 1, cut: 'after' })
    await stage.as('tanaka').do({ do: 'invite', channel: id, users: ['sssbot'] })
    await stage.pass(minute)
    await stage.until(async () => ((await repaired(name)).length > 0 ? true : undefined))
    expect(await keptWords(stage, name)).toHaveLength(230)
    expect(await repaired(name)).toMatchObject([{ found: 230, edited: 0, deleted: 0 }])
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')

  test('a long thread is read from its beginning to its end, and nothing in between is taken for deleted', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const sato = stage.as('sato')
    const parent = await sato.says(`#${name}`, 'ここからはスレッドで')
    await sato.says(`#${name}`, '最初の返事', parent)
    const mistaken = await sato.says(`#${name}`, '消される返事', parent)
    await stage.pass(2 * minute)
    await stage.as('tanaka').do({ do: 'kick', channel: id, users: ['sssbot'] })
    await stage.quiet()
    for (let n = 0; n < 230; n++)
      await stage.driver.act({ as: 'sato', do: 'post', channel: id, text: `${n} 回目`, thread_ts: parent })
    await sato.do({ do: 'delete', channel: id, ts: mistaken })
    await stage.as('tanaka').do({ do: 'invite', channel: id, users: ['sssbot'] })
    await stage.pass(minute)
    await stage.until(async () => ((await keptWords(stage, name)).includes('229 回目') ? true : undefined))
    await stage.quiet()
    const words = await keptWords(stage, name)
    expect(words).toHaveLength(232)
    expect(words).not.toContain('消される返事')
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')

  test('a reading that a restart interrupts goes on where it was, and finds each message once', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    await stage.as('tanaka').do({ do: 'kick', channel: id, users: ['sssbot'] })
    await stage.quiet()
    for (let n = 0; n < 210; n++) await stage.driver.act({ as: 'sato', do: 'post', channel: id, text: `${n} 回目` })
    await stage.driver.fault({ method: 'pins.list', times: 1, http_status: 429, retry_after: 3600 })
    await stage.as('tanaka').do({ do: 'invite', channel: id, users: ['sssbot'] })
    await stage.pass(minute)
    const run = () => stage.bot.app.world.db.read.selectFrom('record_repairs').selectAll().executeTakeFirstOrThrow()
    await stage.until(async () => ((await run()).main_read ? true : undefined))
    expect(await run()).toMatchObject({ main_read: true, found: 210, finished_at: null })
    await stage.restart()
    await stage.until(async () => ((await run()).finished_at ? true : undefined))
    const subject = `incident:${await incidentIn(stage, name)}`
    const facts = await factsAbout(stage.bot.app.world.db.read, subject, ['record.repaired'])
    expect(facts.map(({ data }) => data)).toMatchObject([{ found: 210, edited: 0, deleted: 0 }])
    expect(await keptWords(stage, name)).toHaveLength(210)
  })

  test('what was missed while the bot was down is found at its start', async () => {
    const name = await stage.as('tanaka').declares()
    const before = await talkBefore(stage, name)
    await stage.restart(() => lifeGoesOn(stage, name, before))
    await expectRepaired(stage, name)
  })
})
