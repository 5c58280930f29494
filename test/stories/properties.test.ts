import { expect } from 'vitest'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000

/** The channels that hear of every real, public incident of service A. */
const listening = ['service-a', 'incidents', 'dev-all', 'customer-support']

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))

  describe('summary and type', () => {
    test('are told under the broadcast, with before and after, and stir nobody else', async () => {
      const name = await tanaka().declares({ summary: '調査中' })
      expect(await stage.as('tanaka').does(name, 'edit-summary', { summary: 'DB が満杯', impact: '全員' })).toEqual({})
      expect(await stage.as('sato').does(name, 'set-type', { type: ['availability'] })).toEqual({})
      for (const channel of listening) {
        const broadcast = inSlot(await stage.channel(channel), 'broadcast:')
        const edited = inSlot(await stage.channel(channel), 'announce:incident.summary_edited:1')
        expect(edited.thread_ts).toBe(broadcast.ts)
        expect(words(edited)).toMatch(/概要（前）: 調査中\n概要（後）: DB が満杯/)
        const typed = inSlot(await stage.channel(channel), 'announce:incident.type_set:1')
        expect(typed.thread_ts).toBe(broadcast.ts)
        expect(words(typed)).toContain('*種類を「可用性」にしました* （変更前: 未定）')
        expect(words(typed)).toContain('実施: 佐藤 健')
        // Three lines say what is broken for whom.
        expect(words(broadcast)).toContain(channel === 'customer-support' ? '全員' : 'DB が満杯')
      }
      expect(await said(name, 'card')).toContain('可用性')
      expect(inSlot(await stage.channel(name), 'announce:incident.type_set:1').thread_ts).toBeUndefined()
    })

    test('the type it has already is no change, and several may hold', async () => {
      const name = await tanaka().declares({ type: ['availability'] })
      expect(await stage.as('tanaka').does(name, 'set-type')).toEqual({
        type: '何も変わっていません。直してから送ってください。',
      })
      expect((await tanaka().sends({ type: ['availability', 'integrity'] })).errors).toEqual({})
      await stage.quiet()
      expect(await said(name, 'announce:incident.type_set')).toContain(
        '*種類を「完全性・可用性」にしました* （変更前: 可用性）',
      )
    })
  })

  describe('real or drill', () => {
    test('what turns out to be a drill is marked everywhere, and whoever was told hears of it', async () => {
      const name = await tanaka().declares()
      await tanaka().chooses(name, 'set-kind')
      expect(words(await tanaka().form())).toContain('いまは *本番* です')
      expect((await tanaka().sends({ kind: 'drill', reason: '訓練を本番で宣言した' })).errors).toEqual({})
      await stage.quiet()
      for (const channel of listening) {
        const news = await said(channel, 'announce:incident.kind_set:1')
        expect(news).toMatch(/【訓練】.*本番から訓練に切り替えました/)
        expect(news).toContain('これは本番ではありません')
        expect(news).toContain('理由: 訓練を本番で宣言した')
        expect(await said(channel, 'broadcast:')).toContain('【訓練】')
      }
      expect(await said(name, 'card')).toContain('【訓練】')
      expect((await stage.channel(name)).topic).toContain('【訓練】')
    })

    test('what turns out to be real says so where the drill was told', async () => {
      const name = await tanaka().declares({ kind: 'drill' })
      expect(await stage.as('tanaka').does(name, 'set-kind', { kind: 'real', reason: '本物が起きた' })).toEqual({})
      const news = await said('drills', 'announce:incident.kind_set:1')
      expect(news).toContain('訓練から本番に切り替えました')
      expect(news).toContain('これは訓練ではありません')
      expect(await said(name, 'card')).not.toContain('【訓練】')
      expect(await stage.as('tanaka').does(name, 'set-kind', { kind: 'real' })).toEqual({
        kind: 'すでにそうなっています。変えるなら、ほかを選んでください。',
      })
    })
  })

  describe('public or private', () => {
    test('made private, nothing of it stands anywhere outside any more', async () => {
      await stage.as('suzuki').says('#general', '@sssbot 助けて')
      const name = await tanaka().declares({ summary: '顧客名簿が漏れた' })
      await stage.as('tanaka').does(name, 'edit-summary', { summary: '顧客名簿が外部に漏れた', impact: '一万人' })
      await stage.as('tanaka').does(name, 'set-level', { level: 'level5', reason: '名簿の漏えい' })
      expect(await said('incidents', 'announce:incident.level_set')).toContain('名簿')
      await tanaka().chooses(name, 'set-visibility')
      expect(words(await tanaka().form())).toContain('チャンネルの設定から人の手で')
      // It begins with what it was opened for, and cannot say the other: one press hides, and none reveals.
      expect((await tanaka().sends({})).errors).toEqual({})
      await stage.quiet()

      const { channels } = await stage.state()
      const own = await stage.channel(name)
      for (const channel of channels) {
        if (channel.id === own.id || channel.is_im) continue
        const shown = channel.messages.filter((each) => slotOf(each) && !each.ephemeral_to)
        expect([channel.name, JSON.stringify(shown.map(({ text, blocks }) => [text, blocks]))]).toEqual([
          channel.name,
          expect.not.stringMatching(/名簿|一万人|サービスA|C0INC/),
        ])
      }
      for (const channel of listening) {
        const { messages } = await stage.channel(channel)
        expect(messages.filter((each) => slotOf(each)?.startsWith('announce:'))).toEqual([])
        expect(await said(channel, 'broadcast:')).toBe(
          ':lock: 見られる人を限ったため、ここに知らせた内容を消しました。',
        )
      }
      expect(await said(name, 'announce:incident.visibility_set')).toContain(
        'どなたか、チャンネルの設定から非公開に変えてください',
      )
      expect(await said(name, 'card')).toContain('チャンネルはまだ公開です')
      expect(own.topic).not.toContain('名簿')
    })

    test('made public, everybody hears of it, after the form has said who that is', async () => {
      const name = await tanaka().declares({ visibility: 'private', summary: '名簿' })
      await tanaka().chooses(name, 'set-visibility')
      const form = words(await tanaka().form())
      for (const who of ['ワークスペースの全員', '#incidents', '#service-a', '@service-a']) expect(form).toContain(who)
      expect(await tanaka().sends({ visibility: 'private' })).toMatchObject({
        errors: { visibility: 'すでにその公開範囲です。変えるなら、もう一方を選んでください。' },
      })
      expect((await tanaka().sends({ visibility: 'public' })).errors).toEqual({})
      await stage.quiet()
      expect(await said(name, 'announce:incident.visibility_set')).toContain(
        '公開範囲を「公開」にしました* （変更前: 非公開）',
      )
    })
  })

  describe('the times', () => {
    test('are corrected by anyone, with before, after and why, where it was announced', async () => {
      const name = await tanaka().declares()
      await stage.pass(30 * minute)
      await stage.as('tanaka').does(name, 'recover')
      const values = { occurred_at: '2026-11-23T04:50:00Z', recovered_at: '2026-11-23T05:20:00Z', reason: '監視で判明' }
      expect(await stage.as('sato').does(name, 'edit-times', values)).toEqual({})
      const news = inSlot(await stage.channel('incidents'), 'announce:incident.times_edited:1')
      expect(words(news)).toMatch(/発生: 不明 → .*\n復旧: .* → .*\n実施: 佐藤 健 ｜ 理由: 監視で判明/)
      expect(news.thread_ts).toBe(inSlot(await stage.channel('incidents'), 'broadcast:').ts)
      expect(callsMany(news)).toBe(false)
    })

    test('are refused where they cannot be, at the field that is wrong', async () => {
      const name = await tanaka().declares({ detected_at: '2026-11-23T04:50:00Z' })
      await stage.pass(30 * minute)
      const tries = [
        [
          { occurred_at: '2026-11-23T06:00:00Z' },
          { occurred_at: '未来の時刻は選べません。いまか、それより前を選んでください。' },
        ],
        [
          { occurred_at: '2026-11-23T04:55:00Z' },
          { occurred_at: '「検知」が「発生」より前になっています。時刻を確かめてください。' },
        ],
        [
          { declared_at: '2026-11-23T04:45:00Z' },
          { declared_at: '「宣言」が「検知」より前になっています。時刻を確かめてください。' },
        ],
        [{}, { reason: '何も変わっていません。直してから送ってください。' }],
      ] as const
      await tanaka().chooses(name, 'edit-times')
      for (const [values, errors] of tries) {
        const shown = { occurred_at: null, detected_at: '2026-11-23T04:50:00Z', declared_at: '2026-11-23T05:00:00Z' }
        expect((await tanaka().sends({ ...shown, ...values })).errors).toEqual(errors)
      }
    })

    test('are still corrected when all is over', async () => {
      const name = await tanaka().declares()
      await stage.as('tanaka').does(name, 'recover')
      await stage.as('tanaka').does(name, 'complete', { waivers: '何もない' })
      expect(await stage.as('tanaka').does(name, 'edit-times', { occurred_at: '2026-11-23T04:30:00Z' })).toEqual({})
      expect(await said(name, 'announce:incident.times_edited')).toContain('発生: 不明 →')
    })
  })
})
