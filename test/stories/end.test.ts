import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

/** The channels that hear of every real, public incident of service A. */
const listening = ['service-a', 'incidents', 'dev-all', 'customer-support']

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const announcementsIn = async (channel: string) =>
    (await stage.channel(channel)).messages
      .flatMap((each) => slotOf(each) ?? [])
      .filter((each) => each.startsWith('announce:'))
      .map((each) => each.split(':')[1])
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))

  describe('復旧', () => {
    test('is confirmed with the channels that will hear of it, and told in exactly those', async () => {
      const name = await tanaka().declares({ summary: '決済が失敗する' })
      await stage.pass(40 * minute)
      await tanaka().chooses(name, 'recover')
      const form = await tanaka().form()
      expect(form.callback_id).toBe('incident.recover')
      const ids = await Promise.all([name, ...listening].map(async (each) => (await stage.channel(each)).id))
      const listed = [...words(form).matchAll(/<#(\w+)>/g)].map((each) => each[1])
      expect(listed.toSorted()).toEqual(ids.toSorted())
      await tanaka().sends({ permanence: 'provisional', postmortem_owner: 'U0SATO', postmortem_due: '2026-11-30' })
      await stage.quiet()

      const { channels } = await stage.state()
      const told = channels.filter((each) =>
        each.messages.some((one) => slotOf(one)?.startsWith('announce:incident.rec')),
      )
      expect(told.map((each) => each.id).toSorted()).toEqual(ids.toSorted())
      for (const channel of told) {
        const news = words(inSlot(channel, 'announce:incident.recovered:1'))
        expect(news).toContain('*復旧しました* ｜ サービスA: 決済が失敗する')
        expect(news).toContain('宣言から40分（発生時刻は未確認）')
        expect(news).toContain('暫定の復旧（恒久対応はこれから）')
      }
      expect(await said(name, 'announce:incident.recovered')).toContain('ポストモーテム: <@U0SATO>（期限 11/30（月））')
      // Told elsewhere, people are named and not called: it must not ring for them in every channel.
      expect(await said('incidents', 'announce:incident.recovered')).toContain(
        'ポストモーテム: 佐藤 健（期限 11/30（月））',
      )
      expect(await said(name, 'announce:incident.recovered')).toContain('ありがとうございました')
      for (const channel of listening) expect(await said(channel, 'broadcast:')).toContain('*復旧しました*')
      expect((await stage.channel(name)).topic).toContain(':white_check_mark: 復旧')
    })

    test('may have been earlier, but neither in the future nor before it began', async () => {
      const name = await tanaka().declares()
      await stage.pass(30 * minute)
      await tanaka().chooses(name, 'recover')
      expect((await tanaka().sends({ recovered_at: '2026-11-23T06:00:00Z' })).errors).toEqual({
        recovered_at: '未来の時刻は選べません。いまか、それより前を選んでください。',
      })
      expect((await tanaka().sends({ recovered_at: '2026-11-23T04:30:00Z' })).errors).toEqual({
        recovered_at: '発生より前の時刻は選べません。時刻を確かめてください。',
      })
      expect((await tanaka().sends({ recovered_at: '2026-11-23T05:20:00Z' })).errors).toEqual({})
      await stage.quiet()
      expect(await said('incidents', 'announce:incident.recovered')).toContain('宣言から19分')
    })

    test('asks when it began where nobody has said so, and all that is counted follows', async () => {
      const name = await tanaka().declares()
      await stage.pass(40 * minute)
      await stage.as('alice').chooses(name, 'recover')
      expect(words(await stage.as('alice').form())).toContain('Started at (if known)')
      await tanaka().chooses(name, 'recover')
      expect(words(await tanaka().form())).toContain('発生した時刻（分かれば）')
      // It cannot have begun after it was declared.
      expect(Object.keys((await tanaka().sends({ occurred_at: '2026-11-23T05:30:00Z' })).errors)).toEqual([
        'occurred_at',
      ])
      expect((await tanaka().sends({ occurred_at: '2026-11-23T04:30:00Z' })).errors).toEqual({})
      await stage.quiet()
      expect(await said('incidents', 'announce:incident.recovered')).toContain('影響: 約1時間10分')
      expect(await said(name, 'card')).toContain('*発生*')
      expect(await said(name, 'announce:incident.times_edited')).toContain('発生: 不明 →')

      // Corrected later, the news of the end is put right wherever it stands.
      const times = { occurred_at: '2026-11-23T04:20:00Z', recovered_at: '2026-11-23T05:35:00Z' }
      expect(await tanaka().does(name, 'edit-times', { ...times, reason: '監視の記録で分かった' })).toEqual({})
      for (const channel of [...listening, name])
        expect(await said(channel, 'announce:incident.recovered')).toContain('影響: 約1時間15分')
      await tanaka().does(name, 'reopen', { reason: '再発した' })
      await tanaka().chooses(name, 'recover')
      expect(words(await tanaka().form())).not.toContain('発生した時刻')
    })

    test('two people declare it at once: it is told once, and the slower one hears that it is so already', async () => {
      const name = await tanaka().declares()
      await tanaka().chooses(name, 'recover')
      await stage.as('alice').chooses(name, 'recover')
      const errors = (await Promise.all([tanaka().sends(), stage.as('alice').sends()])).map((each) => each.errors)
      await stage.quiet()
      expect(errors.filter((each) => Object.keys(each).length > 0)).toHaveLength(1)
      expect(await announcementsIn('incidents')).toEqual(['incident.recovered'])
    })
  })

  test('from the declaration to 完了, every channel hears the same news in the same order', async () => {
    const name = await tanaka().declares()
    await tanaka().does(name, 'recover')
    await tanaka().does(name, 'reopen', { reason: '再発した' })
    await tanaka().does(name, 'recover')
    await tanaka().does(name, 'complete', { waivers: '監視の追加は来週' })
    const news = ['incident.recovered', 'incident.reopened', 'incident.recovered', 'incident.completed']
    for (const channel of [...listening, name]) expect(await announcementsIn(channel)).toEqual(news)
    expect(await said('incidents', 'announce:incident.reopened')).toContain('理由: 再発した')
    expect(await said('incidents', 'announce:incident.completed')).toContain('残してよい理由: 監視の追加は来週')
    for (const channel of listening) {
      expect(await said(channel, 'broadcast:')).toContain('*対応が完了しました*')
      const { messages } = await stage.channel(channel)
      expect(messages.filter((each) => slotOf(each)?.startsWith('broadcast:'))).toHaveLength(1)
    }
    const card = await said(name, 'card')
    expect(card).toContain('*完了*')
    expect(card).toContain('アーカイブします')
  })

  test('what turns out to be nothing is 取り下げ, and the broadcasts say so', async () => {
    const name = await tanaka().declares()
    expect(await tanaka().does(name, 'cancel', { reason: '監視の誤検知' })).toEqual({})
    for (const channel of listening) {
      expect(await said(channel, 'announce:incident.cancelled')).toContain('理由: 監視の誤検知')
      expect(await said(channel, 'broadcast:')).toContain('インシデントを取り下げました')
    }
    await stage.pass(60 * minute)
    expect((await stage.channel(name)).messages.map(slotOf)).not.toContain('checkpoint:1')
  })

  describe('the channel, in the hands of people', () => {
    test('archived: every channel that was told hears of it, and nothing is attempted in it any more', async () => {
      const name = await tanaka().declares()
      await tanaka().does(name, 'recover')
      await tanaka().does(name, 'complete', { waivers: 'レベルは要らない' })
      const { id, messages } = await stage.channel(name)
      await tanaka().do({ do: 'archive', channel: id })
      await stage.quiet()
      for (const channel of listening) {
        expect(await said(channel, 'announce:channel.archived')).toContain('アーカイブされました')
        expect(await said(channel, 'announce:channel.archived')).toContain('実施: 田中 美咲')
        expect(await said(channel, 'broadcast:')).toContain('チャンネルはアーカイブ済みです')
      }
      const calls = await stage.driver.calls()
      const archivedAt = Math.max(...calls.map((each) => each.seq))
      await stage.as('sato').says('#general', '@sssbot 助けて')
      await stage.pass(16 * minute)
      const later = (await stage.driver.calls(archivedAt)).filter((each) =>
        JSON.stringify(each.args).includes(`"${id}"`),
      )
      expect(later).toEqual([])
      expect((await stage.channel(name)).messages.filter((each) => !each.subtype)).toHaveLength(
        messages.filter((each) => !each.subtype).length,
      )
    })

    test('archived while the response goes on: told as well, and the timekeeper tries nothing there', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      await tanaka().do({ do: 'archive', channel: id })
      await stage.pass(45 * minute)
      expect(await announcementsIn('incidents')).toEqual(['channel.archived'])
      expect((await stage.driver.calls()).filter((each) => each.error === 'is_archived')).toEqual([])
    })

    test('brought back: its card is up to date again, and the next archiving is told again', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      await tanaka().do({ do: 'archive', channel: id })
      await stage.quiet()
      await tanaka().do({ do: 'unarchive', channel: id })
      await stage.quiet()
      expect(await said('incidents', 'broadcast:')).not.toContain('アーカイブ済み')
      expect(await tanaka().does(name, 'recover')).toEqual({})
      expect(await said(name, 'card')).toContain('*復旧*')
      await tanaka().do({ do: 'archive', channel: id })
      await stage.quiet()
      expect(await announcementsIn('incidents')).toEqual(['channel.archived', 'incident.recovered', 'channel.archived'])
    })

    everywhere('renamed: the name is theirs, and all goes on in it', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      await tanaka().do({ do: 'rename', channel: id, name: '決済障害' })
      await stage.quiet()
      expect(await tanaka().does('決済障害', 'recover')).toEqual({})
      expect(await announcementsIn('決済障害')).toEqual(['incident.recovered'])
      expect(await stage.as('sato').declares()).toBe(name)
    })
  })
})
