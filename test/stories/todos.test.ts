import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const list = async (channel: string) => inSlot(await stage.channel(channel), 'todos')
  const slotsIn = async (channel: string, start: string) =>
    (await stage.channel(channel)).messages.filter((each) => slotOf(each)?.startsWith(start))
  const pressFirst = async (who: string, channel: string, verb: string) => {
    const [todo] = await stage.bot.app.world.db.read.selectFrom('todos').select('id').orderBy('n').execute()
    const name = `#${channel}`.slice(1)
    // Several buttons of one list have the same name: the value says which.
    await stage.as(who).presses(name, await list(channel), `incident.${verb}`, todo?.id)
  }

  test('`TODO:` in the channel and in its threads is listed in one message, on the card, and nodded to', async () => {
    const name = await stage.as('tanaka').declares()
    const tanaka = stage.as('tanaka')
    const parent = await tanaka.says(`#${name}`, 'TODO: <@U0SATO> ログを確認 15m')
    await tanaka.says(`#${name}`, 'TODO：<!channel> 手順書を探す', parent)
    await tanaka.says(`#${name}`, 'todo の話ではない')
    await stage.quiet()
    const shown = words(await list(name))
    expect(shown).toContain('*TODO* 0/2')
    expect(shown).toMatch(/\*1\.\* ログを確認\n担当: <@U0SATO> ｜ .*まで/)
    expect(shown).toMatch(/\*2\.\* @channel 手順書を探す\n担当: 未定/)
    expect(await slotsIn(name, 'todos')).toHaveLength(1)
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('*TODO* 0/2')
    const source = (await stage.channel(name)).messages.find((each) => each.ts === parent)
    expect(source?.reactions).toEqual([{ name: 'memo', users: ['U0SSSBOT01'], count: 1 }])
  })

  everywhere('nobody’s TODO is taken with one press, and finished with the next', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('tanaka').says(`#${name}`, 'TODO: ログを確認')
    await stage.quiet()
    await Promise.all([pressFirst('sato', name, 'take-todo'), pressFirst('alice', name, 'take-todo')])
    await stage.quiet()
    const alone = [...(await stage.as('sato').alone(name)), ...(await stage.as('alice').alone(name))]
    expect(alone).toHaveLength(1)
    expect(words(alone[0])).toMatch(/TODO 1 は、ひと足先に|just before you/)
    await pressFirst('sato', name, 'done-todo')
    await stage.quiet()
    expect(words(await list(name))).toContain('TODO はすべて終わりました')
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('*TODO* 1/1')
  })

  test('✅ on its message closes it, taken away it is open again', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const ts = await stage.as('tanaka').says(`#${name}`, 'TODO: <@U0SATO> ログを確認')
    await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'white_check_mark' })
    await stage.quiet()
    expect(words(await list(name))).toContain('*TODO* 1/1')
    // What somebody else puts there and takes away says nothing of it.
    await stage.as('alice').do({ do: 'react', channel: id, ts, name: 'white_check_mark' })
    await stage.as('alice').do({ do: 'unreact', channel: id, ts, name: 'white_check_mark' })
    await stage.quiet()
    expect(words(await list(name))).toContain('*TODO* 1/1')
    await stage.as('sato').do({ do: 'unreact', channel: id, ts, name: 'white_check_mark' })
    await stage.quiet()
    expect(words(await list(name))).toContain('*TODO* 0/1')
  })

  everywhere('a reaction makes a TODO of what somebody said; taken back, it is dropped', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const ts = await stage.as('tanaka').says(`#${name}`, '<@U0ALICE> 監視のアラートを止めてください 10分')
    await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'ballot_box_with_check' })
    await stage.quiet()
    expect(words(await list(name))).toMatch(/監視のアラートを止めてください\n担当: <@U0ALICE>/)
    await stage.as('sato').do({ do: 'unreact', channel: id, ts, name: 'ballot_box_with_check' })
    await stage.quiet()
    expect(words(await list(name))).toContain('*TODO* 0/0')
  })

  test('from the menu: whoever is named hears of it in a message of its own', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('tanaka').chooses(name, 'add-todo')
    await stage.as('tanaka').sends({ text: '<b>バックアップ</b> を確認', owner: 'U0SATO', minutes: '30' })
    await stage.quiet()
    const [asked] = await slotsIn(name, 'todo-asked')
    expect(words(asked)).toContain('<@U0SATO> さん、TODO 1 をお願いします')
    expect(words(asked)).toContain('&lt;b&gt;バックアップ&lt;/b&gt; を確認')
    // Its buttons stand in the list alone.
    expect(JSON.stringify(asked?.blocks)).not.toContain('done-todo')
    await Promise.all([pressFirst('sato', name, 'done-todo'), pressFirst('alice', name, 'done-todo')])
    await stage.quiet()
    const alone = [...(await stage.as('sato').alone(name)), ...(await stage.as('alice').alone(name))]
    expect(alone.map(words).join()).toMatch(/TODO 1 (is already closed|は)/)
  })

  describe('a time box', () => {
    everywhere('that ends is asked after once: whose it is, and the handler', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('alice').takesNextStep(name)
      await stage.as('alice').says(`#${name}`, 'TODO: <@U0SATO> ログを確認 10m')
      await stage.pass(9 * minute)
      expect(await slotsIn(name, 'todo-due')).toEqual([])
      await stage.pass(2 * minute)
      const [due] = await slotsIn(name, 'todo-due')
      expect(words(due)).toContain('TODO 1 の時間になりました。 <@U0SATO> <@U0ALICE>')
      await stage.pass(60 * minute)
      expect(await slotsIn(name, 'todo-due')).toHaveLength(1)
      if (due) await stage.as('sato').presses(name, due, 'incident.extend-todo')
      await stage.quiet()
      expect(words((await slotsIn(name, 'todo-due'))[0])).toContain('まで延びました')
      await stage.pass(16 * minute)
      const [, again] = await slotsIn(name, 'todo-due')
      if (again) await stage.as('sato').presses(name, again, 'incident.done-todo')
      await stage.quiet()
      expect((await slotsIn(name, 'todo-due')).map(words)).toEqual([
        ':white_check_mark: TODO 1 は終わりました',
        ':white_check_mark: TODO 1 は終わりました',
      ])
    })

    test('is not asked after once it is done, nor after 復旧; what is open stays for 完了', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('tanaka').says(`#${name}`, 'TODO: <@U0SATO> ログを確認 10m')
      await stage.as('tanaka').says(`#${name}`, 'TODO: <@U0SATO> 監視を足す 20m')
      await stage.quiet()
      await pressFirst('sato', name, 'done-todo')
      await stage.pass(11 * minute)
      await stage.as('tanaka').chooses(name, 'recover')
      await stage.as('tanaka').sends()
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'todo-due')).toEqual([])
      expect(words(await list(name))).toContain('*TODO* 1/2')
      // Its time ended while nobody responded: 再開 does not ask after it either.
      await stage.as('tanaka').does(name, 'reopen', { reason: 'また起きている' })
      await stage.pass(5 * minute)
      expect(await slotsIn(name, 'todo-due')).toEqual([])
    })
  })

  test('follows its message: an edit changes it, a deletion takes the words away', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const tanaka = stage.as('tanaka')
    const ts = await tanaka.says(`#${name}`, 'TODO: 秘密鍵abcを捨てる')
    await stage.quiet()
    await tanaka.do({ do: 'edit', channel: id, ts, text: 'TODO: <@U0SATO> 秘密鍵xyzを捨てる' })
    await stage.quiet()
    expect(words(await list(name))).toMatch(/秘密鍵xyzを捨てる\n担当: <@U0SATO>/)
    expect(words((await slotsIn(name, 'todo-asked'))[0])).toContain('<@U0SATO> さん')
    await tanaka.do({ do: 'delete', channel: id, ts })
    await stage.quiet()
    expect(words(await list(name))).not.toContain('秘密鍵')
    const { db } = stage.bot.app.world
    const kept = [
      await db.read.selectFrom('todos').selectAll().execute(),
      await db.read.selectFrom('facts').selectAll().execute(),
      await db.read.selectFrom('inbox').selectAll().execute(),
    ]
    expect(JSON.stringify(kept)).not.toContain('秘密鍵')
    // What was asked stands in the channel and says it no longer either.
    expect((await slotsIn(name, 'todo-asked')).map(words).join()).not.toContain('秘密鍵')
  })

  everywhere('can be given to somebody else, and opened again', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('tanaka').says(`#${name}`, 'TODO: ログを確認')
    await stage.quiet()
    const [todo] = await stage.bot.app.world.db.read.selectFrom('todos').select('id').execute()
    const change = async (values: Record<string, unknown>) => {
      await stage.as('tanaka').chooses(name, 'change-todo')
      const { errors } = await stage.as('tanaka').sends({ todo: todo?.id, ...values })
      await stage.quiet()
      return errors
    }
    expect(await change({ owner: 'U0ALICE', state: 'done' })).toEqual({})
    expect(words(await list(name))).toContain('*TODO* 1/1')
    expect(await change({ state: 'open' })).toEqual({})
    expect(words(await list(name))).toMatch(/ログを確認\n担当: <@U0ALICE>/)
    expect(Object.values(await change({})).join()).toContain('何も変わっていません')
  })
})
