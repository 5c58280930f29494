import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

const levels = {
  worst: 'last',
  steps: [
    { key: 'level3', label: '中' },
    { key: 'level4', label: '大' },
    { key: 'level5', label: '重大', postmortem_due: '3d' },
  ],
}

forEachDatabase((database) => {
  const stage = setStage(database, { levels })
  const tanaka = () => stage.as('tanaka')
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))
  const slotsIn = async (name: string) =>
    (await stage.channel(name)).messages.flatMap((each) => slotOf(each)?.replace(/:C\w+$/, '') ?? [])
  const all = { level: 'level3', permanence: 'permanent', postmortem_owner: 'U0SATO' }

  describe('復旧', () => {
    test('the form shows the very words that will be told, and settles who writes what by when', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      await stage.as('tanaka').does(name, 'set-level', { level: 'level5' })
      await tanaka().chooses(name, 'recover')
      const form = await tanaka().form()
      expect(words(form)).toContain('> :white_check_mark: *復旧しました* ｜ サービスA: 決済が失敗する')
      expect(words(form)).toContain('ポストモーテム: —（期限 11/26（木））')
      expect(form.values.postmortem_due).toBe('2026-11-26')
      expect((await tanaka().sends({ postmortem_owner: 'U0SATO' })).errors).toEqual({})
      await stage.quiet()
      expect(await said('incidents', 'announce:incident.recovered')).toContain('佐藤 健（期限 11/26（木））')
    })
  })

  test('where no other channel is told, the form shows what the incident’s own channel will read', async () => {
    const name = await stage.as('alice').declares({ visibility: 'private', summary: '漏えいの疑い' })
    await stage.as('alice').chooses(name, 'recover')
    const form = words(await stage.as('alice').form())
    expect(form).toContain('No other channel is notified')
    expect(form).toContain('> :white_check_mark: *復旧しました* ｜ サービスA: 漏えいの疑い')
    await stage.as('alice').sends()
    await stage.quiet()
    expect(await said(name, 'announce:incident.recovered')).toContain('*復旧しました* ｜ サービスA: 漏えいの疑い')
  })

  describe('完了', () => {
    test('is refused while something is left, names it, and takes a reason for it', async () => {
      const name = await tanaka().declares()
      await stage.as('tanaka').does(name, 'recover', { permanence: 'provisional' })
      // The list says the same to everybody, each in their language.
      const lists = { suzuki: '残件: 恒久対応がまだ', alice: 'Remaining: ' }
      for (const [handle, left] of Object.entries(lists)) {
        await stage.as(handle).do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
        await stage.quiet()
        expect(words((await stage.as(handle).alone('general')).at(-1))).toContain(left)
      }
      await tanaka().chooses(name, 'complete')
      const form = words(await tanaka().form())
      for (const left of ['恒久対応がまだ', '事象レベルが未定のまま', 'ポストモーテムを書く人が未定のまま'])
        expect(form).toContain(left)
      expect((await tanaka().sends()).errors).toEqual({
        waivers: 'まだ 3 件残っています。残してよい理由を書いてください。',
      })
      expect((await tanaka().sends({ waivers: '恒久対応は来週の計画で' })).errors).toEqual({})
      await stage.quiet()
      const news = await said('incidents', 'announce:incident.completed')
      expect(news).toContain('残件: 恒久対応がまだ（暫定の復旧のまま） ｜ 事象レベルが未定のまま')
      expect(news).toContain('残してよい理由: 恒久対応は来週の計画で')
    })

    test('asks for nothing when all is done', async () => {
      const name = await tanaka().declares()
      await stage.as('tanaka').does(name, 'set-level', { level: all.level })
      await stage
        .as('tanaka')
        .does(name, 'recover', { permanence: all.permanence, postmortem_owner: all.postmortem_owner })
      await tanaka().chooses(name, 'complete')
      expect(words(await tanaka().form())).toContain('完了の前に片付けることはありません')
      expect((await tanaka().sends()).errors).toEqual({})
      await stage.quiet()
      expect(await said('incidents', 'announce:incident.completed')).not.toContain('残件')
    })
  })

  describe('再開', () => {
    test('asks why under the news of the recovery, and whoever is slower hears that it is so already', async () => {
      const name = await tanaka().declares()
      await stage.as('tanaka').does(name, 'recover')
      const news = inSlot(await stage.channel(name), 'announce:incident.recovered:1')
      await stage.as('sato').presses(name, news, 'incident.reopen')
      await stage.as('alice').presses(name, news, 'incident.reopen')
      await stage.as('sato').sends({ reason: '再発した' })
      await stage.quiet()
      expect(await said('incidents', 'announce:incident.reopened:1')).toContain('実施: 佐藤 健 ｜ 理由: 再発した')
      const { errors } = await stage.as('alice').sends({})
      expect(await slotsIn(name)).not.toContain('announce:incident.reopened:2')
      expect(JSON.stringify(errors)).toContain('The status is “Responding” now')
    })

    test('is reached from the news in another channel, which asks why and says who is told; only the newest news has the button', async () => {
      const reopens = (message: Message | undefined) =>
        JSON.stringify(message?.blocks ?? []).includes('incident.reopen')
      const newsIn = async (channel: string) => {
        const { messages } = await stage.channel(channel)
        return messages.filter((each) => slotOf(each)?.startsWith('announce:incident.')).map(reopens)
      }
      const name = await tanaka().declares()
      await tanaka().does(name, 'set-level', { level: 'level5' })
      await tanaka().does(name, 'recover')
      const news = inSlot(await stage.channel('customer-support'), 'announce:incident.recovered:1')
      await stage.as('yamamoto').presses('customer-support', news, 'incident.reopen')
      const form = words(await stage.as('yamamoto').form())
      expect(form).toContain('<#C0INCIDENTS>')
      expect(form).toContain('*再開しました*')
      expect((await stage.as('yamamoto').sends({ reason: 'まだログインできません' })).errors).toEqual({})
      await stage.quiet()
      expect(await said(name, 'announce:incident.reopened:1')).toContain('理由: まだログインできません')
      expect(await newsIn('customer-support')).not.toContain(true)

      await tanaka().does(name, 'recover')
      await tanaka().does(name, 'complete', { waivers: '来週行う' })
      // The level, the recovery, 再開, the recovery, 完了.
      expect(await newsIn('customer-support')).toEqual([false, false, false, false, true])
    })
  })

  describe('統合', () => {
    everywhere('both lead to each other, the people come along, and what was broadcast points there', async () => {
      const target = await tanaka().declares({ summary: '認証が落ちた' })
      const name = await stage.as('suzuki').declares({ service: 'b', summary: 'ログインできない' })
      const [into, own] = [await stage.channel(target), await stage.channel(name)]
      await stage.as('suzuki').chooses(name, 'merge')
      const form = await stage.as('suzuki').form()
      expect(JSON.stringify(form.blocks)).toContain(`#${target} サービスA: 認証が落ちた`)
      const targetId = JSON.stringify(form.blocks).match(/"value":"(inc_\w+)"/)?.[1]
      expect((await stage.as('suzuki').sends({ into: targetId })).errors).toEqual({})
      await stage.quiet()

      expect(await said(name, 'card')).toContain(`<#${into.id}> に統合しました`)
      expect(await said(target, 'card')).toContain(`ここに統合: <#${own.id}>`)
      expect(await said(target, 'announce:incident.absorbed')).toContain(`<#${own.id}> が *ここに統合されました*`)
      const [suzuki, gone] = [await stage.as('suzuki').user(), await stage.channel('service-b')]
      expect((await stage.channel(target)).members).toContain(suzuki.id)
      expect(words(inSlot(gone, 'broadcast:'))).toContain(`続きはこちら: <#${into.id}>`)
      expect(words(inSlot(gone, 'announce:incident.merged'))).toContain('*ほかのインシデントに統合しました*')
      await stage.pass(60 * minute)
      expect((await slotsIn(name)).filter((each) => each.startsWith('checkpoint'))).toEqual([])

      const news = inSlot(await stage.channel(name), 'announce:incident.merged:1')
      await stage.as('suzuki').presses(name, news, 'incident.reopen')
      await stage.as('suzuki').sends({})
      await stage.quiet()
      expect(await said(name, 'card')).toContain('*対応中*')
      expect(await said(target, 'card')).not.toContain('ここに統合')
      expect(await said(target, 'announce:incident.parted')).toContain(`<#${own.id}> が再開され`)
      expect(words(inSlot(await stage.channel('service-b'), 'broadcast:'))).not.toContain('続きはこちら')
    })

    test('of two that are merged into each other at once, one goes on and one person is told', async () => {
      const [a, b] = [await tanaka().declares(), await stage.as('sato').declares()]
      const idIn = async (who: string) =>
        JSON.stringify((await stage.as(who).form()).blocks).match(/"value":"(inc_\w+)"/)?.[1]
      await tanaka().chooses(a, 'merge')
      await stage.as('sato').chooses(b, 'merge')
      const [intoB, intoA] = [await idIn('tanaka'), await idIn('sato')]
      const answers = await Promise.all([tanaka().sends({ into: intoB }), stage.as('sato').sends({ into: intoA })])
      await stage.quiet()
      expect(answers.filter(({ errors }) => Object.keys(errors).length > 0)).toHaveLength(1)
      expect([await said(a, 'card'), await said(b, 'card')].filter((card) => card.includes('*統合*'))).toHaveLength(1)
    })

    test('names where it goes on no more once that has become private', async () => {
      const target = await tanaka().declares({ summary: '決済が遅い' })
      const name = await stage.as('suzuki').declares({ service: 'b' })
      const into = await stage.channel(target)
      await stage.as('suzuki').chooses(name, 'merge')
      const form = JSON.stringify((await stage.as('suzuki').form()).blocks)
      await stage.as('suzuki').sends({ into: form.match(/"value":"(inc_\w+)"/)?.[1] })
      await stage.quiet()
      expect(await said(name, 'card')).toContain(`<#${into.id}> に統合しました`)
      expect(await tanaka().does(target, 'set-visibility', { visibility: 'private' })).toEqual({})
      await stage.quiet()
      expect(await said(name, 'card')).toContain('に統合しました')
      expect(await said(name, 'card')).not.toContain(into.id)
    })

    test('what is private, a drill or over is no place to go on for what is not', async () => {
      const secret = await tanaka().declares({ visibility: 'private', summary: '名簿' })
      await stage.as('sato').declares({ summary: '公開のもの' })
      await stage.as('sato').declares({ kind: 'drill', summary: '訓練のもの' })
      await tanaka().chooses(secret, 'merge')
      expect(words(await tanaka().form())).toContain('統合できるインシデントがほかにありません')
      const name = await stage.as('suzuki').declares()
      await stage.as('suzuki').chooses(name, 'merge')
      const form = JSON.stringify((await stage.as('suzuki').form()).blocks)
      expect(form).toContain('公開のもの')
      expect(form).not.toMatch(/名簿|訓練のもの/)
    })
  })
})
