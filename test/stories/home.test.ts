import { expect } from 'vitest'
import { json } from '../../src/kit/db/index.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const homeOf = async (who: string) => {
    await stage.as(who).do({ do: 'open_home' })
    await stage.quiet()
    const { id } = await stage.as(who).user()
    return (await stage.state()).homes[id]
  }

  test('a home shows what waits for its owner, with the button that does it, in their language', async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
    expect(words(await homeOf('alice'))).toContain('Nothing right now.')
    await stage.as('alice').takesNextStep(name)
    await stage.quiet()
    await stage.as('tanaka').does(name, 'add-todo', { text: 'ログを確認する', owner: 'U0SATO', minutes: '30' })
    expect(words(await homeOf('alice'))).toMatch(/Please set the level \(サービスA|Please set the level \(Service A/)
    expect(words(await homeOf('sato'))).toContain('ログを確認する')
    await stage.as('tanaka').does(name, 'recover', { postmortem_owner: 'U0SATO', postmortem_due: '2026-11-30' })
    expect(words(await homeOf('sato'))).toContain('ポストモーテムを書く番です（期限 11/30（月）')
    const home = await homeOf('alice')
    expect(words(home)).toContain('Recovered: clean up and complete it')
    await stage.as('alice').do({ do: 'click', home: true, action_id: 'incident.complete' })
    expect(await stage.as('alice').form()).toMatchObject({ callback_id: 'incident.complete' })
    expect((await stage.as('alice').sends({ waivers: 'fine' })).errors).toEqual({})
    await stage.quiet()
    expect(words(await homeOf('alice'))).toContain('Nothing right now.')
  })

  test('what is late in one that was reopened binds nobody, and what is late in another waits', async () => {
    const update = { condition: '調べている', next_minutes: '30' }
    const names = []
    for (const summary of ['決済が失敗する', '検索が遅い']) {
      const name = await stage.as('tanaka').declares({ summary })
      await stage.as('sato').takesNextStep(name)
      await stage.as('sato').does(name, 'update', update)
      names.push(name)
    }
    const [over = ''] = names
    await stage.as('sato').does(over, 'recover', { permanence: 'provisional' })
    await stage.as('sato').does(over, 'reopen', { reason: '再発した' })
    await stage.pass(45 * minute)
    const late = words(await homeOf('sato'))
      .split('\n')
      .filter((line) => line.includes('約束した更新の時刻'))
    expect(late.join()).toContain('検索が遅い')
    expect(late.join()).not.toContain('決済が失敗する')
  })

  test('a row that cannot be read hides nothing else on the page', async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
    await stage.as('tanaka').declares({ summary: '検索が遅い' })
    await stage.as('tanaka').does(name, 'add-action', { title: '監視を足す', kind: 'detect', owner: 'U0TANAKA' })
    const { db } = stage.bot.app.world
    const { id } = await db.read.selectFrom('action_items').select('id').executeTakeFirstOrThrow()
    const odd = { action_id: id, repository: 'example/a', agreed: json('nonsense'), conflict: json(['nonsense']) }
    await db.transaction((tx) => tx.insertInto('action_issues').values(odd).execute())
    const home = words(await homeOf('tanaka'))
    expect(home).toContain('検索が遅い')
    expect(home).toContain('監視を足す')
  })

  test('a private incident is on the pages and lists of its own people only; a drill is marked and comes last', async () => {
    await stage.as('sato').declares({ kind: 'drill', summary: '訓練の件' })
    await stage.as('tanaka').declares({ visibility: 'private', summary: '名簿の件' })
    await stage.pass(minute)
    await stage.as('tanaka').declares({ summary: '普通の件' })
    const [insider, outsider] = [words(await homeOf('tanaka')), words(await homeOf('suzuki'))]
    expect(insider).toContain('非公開のインシデント')
    expect(outsider).not.toContain('非公開')
    expect(outsider).toMatch(/普通の件[\s\S]*【訓練】 サービスA: 訓練の件/)
    await stage.as('tanaka').do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
    await stage.as('suzuki').says('#general', '@sssbot 一覧')
    await stage.quiet()
    expect(words(await stage.as('tanaka').alone('general'))).toContain('非公開のインシデント')
    const list = words(await stage.as('suzuki').alone('general'))
    expect(list).toContain('普通の件')
    expect(list).not.toContain('非公開')
    expect(await stage.bot.app.status()).toMatchObject({ openIncidents: 1 })
  })
})
