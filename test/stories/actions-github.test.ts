import { expect } from 'vitest'
import { rateLimited } from '../github/faults.ts'
import { open, secret, setIssueStage } from './actions-github-stage.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const create = 'POST /repos/{owner}/{repo}/issues'
const item = { title: '監視を足す', owner: 'U0SATO', due: '2026-12-01', kind: 'detect', size: 's' }

forEachDatabase((database) => {
  const stage = setIssueStage(database)
  const card = async (channel: string) => words(inSlot(await stage.channel(channel), 'card'))
  const asked = async (who: string) =>
    (await stage.as(who).direct()).filter((each) => slotOf(each)?.startsWith('action-conflict'))
  const settles = async (who: string, value: string, times = 1) => {
    const message = (await asked(who)).at(-1)
    const conversation = (await stage.state()).channels.find(
      (each) => each.is_im && each.messages.some(({ ts }) => ts === message?.ts),
    )
    const [{ id } = { id: '' }] = await stage.items()
    const click = () =>
      stage.as(who).do({
        do: 'click',
        channel: conversation?.id ?? '',
        ts: message?.ts ?? '',
        action_id: 'incident.settle-action',
        value: `${id}|${value}`,
      })
    await Promise.all(Array.from({ length: times }, click))
    await stage.quiet()
  }

  test('an issue calls nobody by its title, and shows the emoji', async () => {
    await stage.endsWith({ ...item, title: ':memo: @acme/team fixes #3' })
    expect(stage.issues().map(({ title }) => title)).toEqual(['📝 @\u2060acme/team fixes #\u20603'])
  })

  test('an issue that somebody deleted is noticed without a webhook, said, and looked at again when they say so', async () => {
    const name = await stage.endsWith({ title: '監視を足す', owner: 'U0SATO' })
    await stage.asks()
    stage.github.hooks.lose(true)
    stage.github.person('sato-gh', open).deleteIssue(1)
    await stage.asks()
    expect(await card(name)).toContain(
      'GitHub の issue が削除されたか、移されました（GitHub:「This issue was deleted」）',
    )
    expect(await card(name)).toContain('もう一度書き込む')
    const calls = stage.github.calls().length
    await stage.as('tanaka').chooses(name, 'try-again')
    await stage.quiet()
    expect(stage.github.calls().length).toBeGreaterThan(calls)
  })

  test('a repository that was renamed is followed', async () => {
    await stage.endsWith({ title: '監視を足す', owner: 'U0SATO' })
    stage.github.move(open, 'acme/service-a-2')
    stage.github.person('sato-gh', 'acme/service-a-2').close(1)
    await stage.asks()
    expect(await stage.items()).toMatchObject([{ state: 'done' }])
  })

  test('an item becomes one issue once it is recovered, and the list leads to it', async () => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    await tanaka.chooses(name, 'add-action')
    await tanaka.sends(item)
    await stage.quiet()
    expect(stage.issues()).toEqual([])
    await tanaka.chooses(name, 'recover')
    await tanaka.sends()
    await stage.quiet()
    expect(stage.issues()).toEqual([
      {
        number: 1,
        title: '監視を足す',
        state: 'open',
        labels: ['action-item', 'due:2026-12-01'],
        assignees: ['sato-gh'],
      },
    ])
    const [issue] = stage.github.issues(open)
    expect(issue?.body).toMatch(/^<!-- sssbot:action:act_\w{26} -->\nインシデント（サービスA、\[#サービスa-.*channel=C/)
    expect(issue?.body).toContain('検知の改善')
    await tanaka.chooses(name, 'actions')
    expect(words(await tanaka.form())).toContain(`/${open}/issues/1|GitHub>`)
    await stage.asks()
    expect(stage.issues()).toHaveLength(1)
  })

  test('what changes in Slack goes to GitHub, and what changes on GitHub comes to Slack', async () => {
    const name = await stage.endsWith(item)
    await stage.changes(name, { due: '2026-12-08', owner: 'U0ALICE', title: '監視を増やす' })
    expect(stage.issues()).toMatchObject([
      { title: '監視を増やす', labels: ['action-item', 'due:2026-12-08'], assignees: ['alice-gh'] },
    ])
    const sato = stage.github.person('sato-gh', open)
    sato.assign(1, ['sato-gh'])
    sato.label(1, ['action-item', 'due:2026-12-15', 'good first issue'])
    await stage.asks()
    expect(await stage.items()).toMatchObject([{ owner: 'U0SATO', due_on: '2026-12-15', state: 'open' }])
    await stage.changes(name, { due: '2026-12-20' })
    expect(stage.issues()[0]?.labels).toEqual(['action-item', 'good first issue', 'due:2026-12-20'])
    sato.close(1, 'completed')
    await stage.asks()
    expect(await stage.items()).toMatchObject([{ state: 'done' }])
    await stage.changes(name, { state: 'open' })
    expect(stage.issues()).toMatchObject([{ state: 'open' }])
    await stage.changes(name, { state: 'waived', reason: '新しい基盤に移る' })
    expect(stage.github.issues(open)).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }])
    sato.rename(1, '監視（増設）')
    sato.reopen(1)
    await stage.asks()
    expect(await stage.items()).toMatchObject([{ state: 'open', title: '監視を増やす' }])
    await stage.changes(name, { title: '監視を倍にする' })
    expect(stage.issues()).toMatchObject([{ title: '監視（増設）' }])
  })

  test('by webhook Slack follows at once, and says who did it on GitHub where the settings know them', async () => {
    await stage.endsWith(item)
    const hook = { url: `${stage.bot.app.url}/github/webhook`, secret: 'a secret of the webhook' }
    stage.github.hook(hook)
    const heard = async () => {
      await stage.github.hooks.settled()
      await stage.quiet()
    }
    stage.github.person('sato-gh', open).label(1, ['action-item', 'due:2026-12-15'])
    await heard()
    expect(await stage.items()).toMatchObject([{ due_on: '2026-12-15', changed_by: 'U0SATO' }])
    stage.github.person('octocat', open).close(1, 'completed')
    await heard()
    expect(await stage.items()).toMatchObject([{ state: 'done', closed_by: null }])
    for (const { id } of [...stage.github.hooks.deliveries]) await stage.github.hooks.again(id)
    await heard()
    stage.github.hook({ ...hook, secret: 'somebody else’s' })
    stage.github.person('octocat', open).reopen(1)
    await heard()
    expect(await stage.items()).toMatchObject([{ state: 'done' }])
    await stage.asks()
    expect(await stage.items()).toMatchObject([{ state: 'open' }])
  })

  describe('where both sides were changed, each to something else', () => {
    test('nothing is overwritten: the owner sees both values, says which holds, and the other side follows', async () => {
      const name = await stage.endsWith(item)
      stage.github.person('octocat', open).label(1, ['action-item', 'due:2026-12-24'])
      await stage.changes(name, { due: '2026-12-08' })
      expect(stage.issues()[0]?.labels).toContain('due:2026-12-24')
      expect(await stage.items()).toMatchObject([{ due_on: '2026-12-08' }])
      expect(words((await asked('sato')).at(-1))).toMatch(/Slack: 12\/8（火）\n(.*\n)*.*GitHub: 12\/24（木）/)
      await stage.asks()
      expect(await asked('sato')).toHaveLength(1)
      await settles('sato', 'due|there')
      expect(await stage.items()).toMatchObject([{ due_on: '2026-12-24' }])
      expect(words((await asked('sato')).at(-1))).toContain('食い違いは解消しました')

      stage.github.person('octocat', open).close(1, 'completed')
      await stage.changes(name, { state: 'waived', reason: '要らない' })
      await settles('sato', 'state|here', 2)
      expect(stage.github.issues(open)).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }])
      const told = (await stage.as('sato').direct()).filter((each) => words(each).includes('もう解消しています'))
      expect(told).toHaveLength(1)
    })

    everywhere('somebody whom nobody here knows does not take an item over in silence', async () => {
      await stage.endsWith(item)
      stage.github.person('octocat', open).assign(1, ['octocat'])
      await stage.asks()
      expect(await stage.items()).toMatchObject([{ owner: 'U0SATO' }])
      expect(words((await asked('sato')).at(-1))).toContain('GitHub: octocat')
      await settles('sato', 'login|there')
      expect(await stage.items()).toMatchObject([{ owner: null }])
      await stage.asks()
      expect(stage.issues()).toMatchObject([{ assignees: ['octocat'] }])
    })
  })

  test('an owner who is nobody on GitHub, or may not do issues there, is told of, and the rest is in step', async () => {
    const name = await stage.endsWith({ ...item, owner: 'U0SUZUKI' })
    expect(stage.issues()).toMatchObject([{ labels: ['action-item', 'due:2026-12-01'], assignees: [] }])
    expect(await card(name)).toContain('担当者がリポジトリに入れない')
    await stage.changes(name, { due: '2026-12-08' })
    expect(stage.issues()).toMatchObject([{ labels: ['action-item', 'due:2026-12-08'] }])
    await stage.changes(name, { owner: 'U0TANAKA' })
    expect(await card(name)).not.toContain('担当者がリポジトリに入れない')
    await stage.changes(name, { owner: 'U0ALICE' })
    expect(stage.issues()).toMatchObject([{ assignees: ['alice-gh'] }])
  })

  describe('what GitHub refuses is said in plain words, and put right later', () => {
    const refusals: [string, number, string][] = [
      ['401', 401, 'トークンか鍵を確かめてください'],
      ['403', 403, '権限がありません'],
      ['404', 404, 'リポジトリが見つかりません'],
      ['410', 410, '無効になっています'],
      ['422', 422, '受け付けません'],
    ]
    test.each(refusals)('%s', async (_name, status, said) => {
      stage.github.fault({ route: create, status, times: 1, body: { message: 'No', status: String(status) } })
      const name = await stage.endsWith(item)
      expect(await card(name)).toContain(said)
      expect(stage.issues()).toEqual([])
      await stage.asks()
      expect(stage.issues()).toHaveLength(1)
      expect(await card(name)).not.toContain(said)
    })

    everywhere('a spent budget and a server that fails are waited out', async () => {
      stage.github.fault({ route: create, times: 1, ...rateLimited(60) })
      await stage.endsWith(item)
      await stage.asks()
      expect(stage.issues()).toHaveLength(1)
      stage.github.fault({ route: '*', times: 3, status: 502 })
      const name = await stage.channel(
        (await stage.state()).channels.find(({ name }) => name.startsWith('サービス'))?.name ?? '',
      )
      await stage.changes(name.name, { due: '2026-12-08' })
      await stage.asks()
      await stage.asks()
      expect(stage.issues()).toMatchObject([{ labels: ['action-item', 'due:2026-12-08'] }])
    })
  })

  test('a call whose answer was lost makes no second issue', async () => {
    stage.github.fault({ route: create, cut: 'after', times: 1 })
    const name = await stage.endsWith(item)
    expect(stage.issues()).toHaveLength(1)
    await stage.until(async () => {
      await stage.asks()
      return (await stage.links())[0]?.number ?? undefined
    })
    expect(stage.issues()).toHaveLength(1)
    await stage.changes(name, { due: '2026-12-08' })
    expect(stage.issues()).toMatchObject([{ labels: ['action-item', 'due:2026-12-08'] }])
  })

  test('of a deleted message nothing stays in the issue either', async () => {
    const tanaka = stage.as('tanaka')
    const name = await tanaka.declares()
    const { id } = await stage.channel(name)
    const ts = await tanaka.says(`#${name}`, '秘密鍵abcを替える')
    await tanaka.do({ do: 'react', channel: id, ts, name: 'bulb' })
    await stage.quiet()
    await tanaka.chooses(name, 'recover')
    await tanaka.sends()
    await stage.quiet()
    expect(stage.issues()).toMatchObject([{ title: '秘密鍵abcを替える', state: 'open' }])
    await tanaka.do({ do: 'delete', channel: id, ts })
    await stage.quiet()
    expect(JSON.stringify(stage.github.issues(open))).not.toContain('秘密鍵')
    expect(stage.issues()).toMatchObject([{ state: 'closed' }])
  })

  describe('of a private incident', () => {
    const hidden = { visibility: 'private', summary: '顧客情報の流出' }
    test('the issue stands in the private repository, and says nothing of the incident', async () => {
      await stage.endsWith({ title: '鍵を替える' }, hidden)
      expect(stage.issues()).toEqual([])
      expect(stage.issues(secret)).toMatchObject([{ title: '鍵を替える' }])
      expect(stage.github.issues(secret)[0]?.body).not.toMatch(/顧客|サービス|#/)
      expect(JSON.stringify(stage.github.calls().filter(({ path }) => path.includes(open)))).not.toContain('鍵')
    })

    test('what became private after its issue was made is withdrawn there', async () => {
      const tanaka = stage.as('tanaka')
      const name = await tanaka.declares()
      for (const [verb, values] of [
        ['add-action', { title: '鍵を替える' }],
        ['recover', {}],
        ['set-visibility', { visibility: 'private' }],
      ] as const) {
        await tanaka.chooses(name, verb)
        await tanaka.sends(values)
        await stage.quiet()
      }
      expect(stage.issues()).toMatchObject([{ title: '（取り下げました）', state: 'closed', labels: [] }])
      await stage.changes(name, { title: '鍵をすべて替える' })
      await stage.asks()
      expect(JSON.stringify(stage.github.issues(open))).not.toContain('鍵')
    })
  })

  test('a drill’s items get no issues', async () => {
    await stage.endsWith(item, { kind: 'drill' })
    await stage.asks()
    expect(stage.issues()).toEqual([])
  })
})

onDatabase('PGlite', () => {
  const stage = setIssueStage('PGlite', { issues: { private: open } })
  test('a repository that everybody reads gets no issue of a private incident', async () => {
    const name = await stage.endsWith({ title: '鍵を替える' }, { visibility: 'private' })
    expect(stage.issues()).toEqual([])
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('リポジトリが公開されている')
  })
})

onDatabase('PGlite', () => {
  const stage = setIssueStage('PGlite', { more: { publishing: { public: { repository: open } } } })
  test('once the postmortem is a pull request the issue leads to it, unless people have written into the issue', async () => {
    const name = await stage.endsWith(item)
    await stage.pass(60_000)
    await stage.asks()
    const [pull] = stage.github.pulls(open)
    const [issue] = stage.github.issues(open)
    expect(issue?.body).toContain(`[ポストモーテム](https://github.com/${open}/pull/${pull?.number})`)
    if (issue) issue.body = issue.body.replace('検知の改善', 'アラートで気づく')
    await stage.changes(name, { size: 'l' })
    expect(stage.github.issues(open)[0]?.body).toContain('アラートで気づく')
  })
})
