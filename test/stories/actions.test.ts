import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const items = () => stage.bot.app.world.db.read.selectFrom('action_items').selectAll().orderBy('n').execute()
  const card = async (channel: string) => words(inSlot(await stage.channel(channel), 'card'))
  const list = async (who: string, channel: string) => {
    await stage.as(who).chooses(channel, 'actions')
    return stage.as(who).form()
  }
  const adds = async (channel: string, values: Record<string, unknown>) => {
    await tanaka().chooses(channel, 'add-action')
    const { errors } = await tanaka().sends(values)
    await stage.quiet()
    return errors
  }
  const pressesInForm = async (who: string, actionId: string, value?: string) => {
    const { id } = await stage.as(who).form()
    await stage.as(who).do({ do: 'click', view_id: id, action_id: actionId, ...(value ? { value } : {}) })
  }
  const everythingKept = async () => {
    const { read } = stage.bot.app.world.db
    return JSON.stringify([
      await read.selectFrom('action_items').selectAll().execute(),
      await read.selectFrom('facts').selectAll().execute(),
      await read.selectFrom('inbox').selectAll().execute(),
      await read.selectFrom('slots').selectAll().execute(),
    ])
  }

  describe('💡 on a message', () => {
    test('makes an action item of it with the names that its readers saw; taken back, it is none', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      const ts = await tanaka().says(`#${name}`, '<@U0ALICE> 接続数に\n<!channel> アラートを付けたい')
      await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      expect(await items()).toMatchObject([
        { n: 1, title: '@Alice Martin 接続数に @channel アラートを付けたい', state: 'open' },
      ])
      expect(await card(name)).toContain('*アクションアイテム* 0/1')
      await stage.as('sato').do({ do: 'unreact', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      expect(await items()).toMatchObject([{ state: 'removed', title: null }])
      expect(await card(name)).not.toContain('アクションアイテム')
      await stage.as('alice').do({ do: 'react', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      expect(await items()).toMatchObject([{ n: 1, state: 'open' }])
    })

    test('taken back after somebody worked on the item leaves it, and an edit reaches a title that nobody wrote', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      const ts = await tanaka().says(`#${name}`, '接続数にアラート')
      await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      await tanaka().do({ do: 'edit', channel: id, ts, text: '接続数にアラートを付ける' })
      await stage.quiet()
      const [item] = await items()
      await list('alice', name)
      await pressesInForm('alice', 'incident.change-action', item?.id)
      expect((await stage.as('alice').sends({ owner: 'U0ALICE', due: '2026-12-01' })).errors).toEqual({})
      await stage.as('sato').do({ do: 'unreact', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      expect(await items()).toMatchObject([
        { title: '接続数にアラートを付ける', owner: 'U0ALICE', due_on: '2026-12-01', state: 'open' },
      ])
      expect(words(await stage.as('alice').form())).toContain('due Tue 1 Dec')
    })

    test('and a deleted message: its words are gone everywhere, the item stays where people worked on it', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      const touched = await tanaka().says(`#${name}`, '秘密鍵abcを替える')
      const untouched = await tanaka().says(`#${name}`, '秘密鍵xyzを替える')
      for (const ts of [touched, untouched]) await tanaka().do({ do: 'react', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      const [item] = await items()
      await list('tanaka', name)
      await pressesInForm('tanaka', 'incident.change-action', item?.id)
      await tanaka().sends({ owner: 'U0SATO' })
      for (const ts of [touched, untouched]) await tanaka().do({ do: 'delete', channel: id, ts })
      await stage.quiet()
      expect(await items()).toMatchObject([
        { state: 'open', title: null, owner: 'U0SATO' },
        { state: 'removed', title: null },
      ])
      expect(await everythingKept()).not.toContain('秘密鍵')
      expect(words(await list('sato', name))).toContain('元の投稿は削除されました')
    })
  })

  everywhere(
    'from the form: seen, finished, waived with a reason and taken up again in one list that follows',
    async () => {
      const name = await tanaka().declares()
      expect(words(await list('tanaka', name))).toContain('まだありません')
      await pressesInForm('tanaka', 'incident.add-action')
      await tanaka().sends({
        title: '<b>監視</b>を足す',
        owner: 'U0SATO',
        due: '2026-12-01',
        kind: 'detect',
        size: 's',
      })
      await stage.quiet()
      expect(words(await tanaka().form())).toMatch(
        /\*1\.\* &lt;b&gt;監視&lt;\/b&gt;を足す\n担当: <@U0SATO> ｜ 期限: 12\/1（火） ｜ 検知の改善 ｜ S/,
      )
      await adds(name, { title: '手順書を書く' })
      const [first, second] = await items()
      await list('sato', name)
      await pressesInForm('sato', 'incident.done-action', first?.id)
      await pressesInForm('sato', 'incident.waive-action', second?.id)
      expect(Object.values((await stage.as('sato').sends({ reason: ' ' })).errors).join()).toContain('空のまま')
      await stage.as('sato').sends({ reason: '別の手順書がある' })
      await stage.quiet()
      const shown = words(await stage.as('sato').form())
      expect(shown).toContain(':white_check_mark: &lt;b&gt;監視')
      expect(shown).toContain('&gt; 別の手順書がある'.replace('&gt;', '>'))
      expect(await card(name)).toContain('*アクションアイテム* 2/2')
      await pressesInForm('sato', 'incident.change-action', first?.id)
      await stage.as('sato').sends({ state: 'open' })
      await stage.quiet()
      expect(await items()).toMatchObject([
        { state: 'open', closed_by: null },
        { state: 'waived', reason: '別の手順書がある', closed_by: 'U0SATO' },
      ])
    },
  )

  test('two people at once: one result, and one explanation that names who was faster', async () => {
    const name = await tanaka().declares()
    await adds(name, { title: '監視を足す' })
    const [item] = await items()
    for (const who of ['sato', 'yamamoto']) {
      await list(who, name)
      await pressesInForm(who, 'incident.change-action', item?.id)
    }
    const answers = await Promise.all([
      stage.as('sato').sends({ due: '2026-12-01' }),
      stage.as('yamamoto').sends({ due: '2026-12-08' }),
    ])
    const refused = answers.flatMap(({ errors }) => Object.values(errors))
    expect(refused).toHaveLength(1)
    const winner = answers[0]?.errors.title ? 'U0YAMAMOTO' : 'U0SATO'
    expect(refused[0]).toContain(`<@${winner}>`)
    await stage.quiet()
    expect(await items()).toMatchObject([{ revision: 1, changed_by: winner }])
    await stage.as('alice').chooses(name, 'actions')
    await list('sato', name)
    await Promise.all([
      pressesInForm('sato', 'incident.done-action', item?.id),
      pressesInForm('alice', 'incident.done-action', item?.id),
    ])
    await stage.quiet()
    const told = [...(await stage.as('sato').direct()), ...(await stage.as('alice').direct())]
    expect(told.filter((each) => /ひと足先に|just before you/.test(words(each)))).toHaveLength(1)
  })

  test('a TODO becomes an action item with its owner and leaves the TODOs; the second to ask is told', async () => {
    const name = await tanaka().declares()
    await tanaka().says(`#${name}`, 'TODO: <@U0SATO> 接続数の上限を見直す')
    await stage.quiet()
    const [todo] = await stage.bot.app.world.db.read.selectFrom('todos').select('id').execute()
    for (const who of ['tanaka', 'sato']) await stage.as(who).chooses(name, 'todo-to-action')
    expect((await tanaka().sends({ todo: todo?.id })).errors).toEqual({})
    await stage.quiet()
    expect(await items()).toMatchObject([{ title: '接続数の上限を見直す', owner: 'U0SATO', source: 'todo' }])
    expect(words(inSlot(await stage.channel(name), 'todos'))).toContain('*TODO* 0/0')
    const { errors } = await stage.as('sato').sends({ todo: todo?.id })
    expect(Object.values(errors).join()).toContain('もうアクションアイテム 1 になっています')
  })

  test('when it happens again, the card leads to what was to keep it from that; of private incidents it says nothing', async () => {
    const first = await tanaka().declares({ summary: '決済が失敗する' })
    await adds(first, { title: '決済の接続を二重にする', due: '2026-12-01' })
    const secret = await tanaka().declares({ summary: '決済が失敗する', visibility: 'private' })
    await adds(secret, { title: '秘密の鍵を替える' })
    const again = await tanaka().declares({ summary: '決済が失敗している' })
    expect(await card(again)).toMatch(
      /よく似たインシデントの.*\n\*1\.\* 決済の接続を二重にする（期限 12\/1（火）） <#C/,
    )
    expect(await card(again)).not.toContain('秘密の鍵')
    for (const values of [{ summary: '検索が遅い' }, { summary: '決済が失敗する', service: 'b' }]) {
      const other = await tanaka().declares(values)
      expect(await card(other)).not.toContain('よく似た')
    }
  })

  test('from the postmortem: what is thought of while it is written', async () => {
    const name = await tanaka().declares()
    await tanaka().chooses(name, 'recover')
    await tanaka().sends({ postmortem_owner: 'U0SATO' })
    await stage.quiet()
    await stage.as('sato').chooses(name, 'postmortem')
    await pressesInForm('sato', 'incident.add-action')
    expect((await stage.as('sato').sends({ title: '監視を足す', owner: 'U0SATO' })).errors).toEqual({})
    await stage.quiet()
    expect(await items()).toMatchObject([{ title: '監視を足す', source: 'postmortem', added_by: 'U0SATO' }])
    expect((await stage.as('sato').form()).callback_id).toBe('incident.postmortem')
  })

  test('after 完了 and in an archived channel the list still works', async () => {
    const name = await tanaka().declares()
    await adds(name, { title: '監視を足す' })
    for (const [verb, values] of [
      ['recover', {}],
      ['complete', { waivers: 'なし' }],
    ] as const) {
      await tanaka().chooses(name, verb)
      await tanaka().sends(values)
      await stage.quiet()
    }
    const [item] = await items()
    await list('sato', name)
    await tanaka().do({ do: 'archive', channel: (await stage.channel(name)).id })
    await stage.quiet()
    await pressesInForm('sato', 'incident.change-action', item?.id)
    await stage.as('sato').sends({ owner: 'U0SATO', due: '2026-12-01' })
    await stage.quiet()
    expect(await items()).toMatchObject([{ owner: 'U0SATO', due_on: '2026-12-01' }])
  })
})
