import { expect } from 'vitest'
import { postmortemOf } from '../../src/rooms/postmortem/index.ts'
import { publicationOf } from '../../src/rooms/publishing/index.ts'
import { setPublishingStage, webhookSecret } from './publishing-stage.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setPublishingStage(database, { hook: true })
  /** What GitHub has told has arrived, and is dealt with. */
  const heard = async () => {
    await stage.github.hooks.settled()
    await stage.pass(2_000)
  }
  const statusOf = async (id: string) => (await postmortemOf(stage.bot.app.world.db.read, id)).status

  describe('by its webhook', () => {
    test('reviews and the merge come back at once, and Slack hears of each', async () => {
      const { id, name } = await stage.recovers()
      await stage.completes(id)
      await heard()
      const { github } = stage
      const told = async (slot: string) => words(inSlot(await stage.channel(name), `announce:publishing.${slot}`))
      const card = async () => words(inSlot(await stage.channel(name), 'card'))
      expect(await told('opened:1')).toContain('ポストモーテムのプルリクエストを作りました')
      expect(await told('readied:1')).toContain('レビューをお願いします')
      expect(await card()).toContain('レビュー待ち')

      github.person('sato-gh').requestChanges(1, '検知について詳しく')
      await heard()
      expect(await told('reviewed:1')).toMatch(/修正の依頼です.*#1.*sato-gh/)
      expect(await card()).toContain('修正を求められています')
      github.person('sato-gh').approve(1)
      await heard()
      expect(await told('reviewed:2')).toContain('承認されました')
      expect(await statusOf(id)).toBe('approved')
      github.person('sato-gh').dismissReview(1)
      await heard()
      expect(await told('reviewed:3')).toContain('またレビュー待ちです')
      expect(await statusOf(id)).toBe('in_review')
      github.person('sato-gh').approve(1)
      await github.person('suzuki-gh').merge(1)
      await heard()
      expect(await told('merged:1')).toContain('ポストモーテムを公開しました')
      // In the line of the document, and not in the postmortem's own field as well.
      expect((await card()).match(/公開済み/g)).toHaveLength(1)
      expect(await statusOf(id)).toBe('published')
      expect(github.hooks.deliveries.every(({ status }) => status === 202)).toBe(true)
      const followers = (await stage.channel('incidents')).messages.filter(
        (message) => slotOf(message)?.startsWith('announce:publishing.merged') && message.thread_ts,
      )
      expect(followers).toHaveLength(1)
    })

    everywhere('the same delivery twice is told once', async () => {
      const { id } = await stage.recovers()
      await stage.completes(id)
      await stage.github.person('suzuki-gh').merge(1)
      await heard()
      const last = stage.github.hooks.deliveries.at(-1)
      await stage.github.hooks.again(last?.id ?? '')
      const calls = stage.github.calls().length
      await heard()
      expect(stage.github.calls().length).toBe(calls)
    })

    test('set up with the content type that GitHub chooses by itself, and in a repository that was renamed', async () => {
      const { id } = await stage.recovers()
      await stage.completes(id)
      await heard()
      const { github } = stage
      github.hook({ url: `${stage.bot.app.url}/github/webhook`, secret: webhookSecret, form: true })
      github.move('acme/postmortems', 'acme-new/postmortems-2026')
      github.person('sato-gh', 'acme-new/postmortems-2026').approve(1)
      await heard()
      expect(await statusOf(id)).toBe('approved')
      expect(github.hooks.deliveries.at(-1)?.status).toBe(202)
      await stage.writes(id, { cause: '証明書の期限切れ' })
      const [pull] = github.pulls('acme-new/postmortems-2026')
      const path = (await publicationOf(stage.bot.app.world.db.read, id))?.path ?? ''
      expect(await github.fileAt(pull?.head ?? '', path, 'acme-new/postmortems-2026')).toContain('証明書の期限切れ')
    })

    test('what was lost on the way is found by looking', async () => {
      const { id } = await stage.recovers()
      await stage.completes(id)
      await heard()
      stage.github.hooks.lose(true)
      stage.github.person('sato-gh').approve(1)
      await stage.pass(61 * minute)
      expect(await statusOf(id)).toBe('approved')
    })
  })

  everywhere('once the channel is archived, whoever writes it and the service’s channel hear of it', async () => {
    const { id, name } = await stage.recovers()
    await stage.as('tanaka').do({ do: 'archive', channel: `#${name}` })
    await stage.quiet()
    await stage.completes(id)
    await heard()
    stage.github.person('sato-gh').requestChanges(1, '検知について詳しく')
    await heard()
    const direct = (await stage.as('sato').direct()).map(words).join('\n')
    expect(direct).toContain('修正の依頼です')
    const service = (await stage.channel('service-a')).messages.filter((message) =>
      slotOf(message)?.startsWith('announce:publishing.reviewed:1'),
    )
    expect(service).toHaveLength(1)
    expect(await publicationOf(stage.bot.app.world.db.read, id)).toMatchObject({ state: 'changes' })
  })
})
