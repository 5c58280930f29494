import { expect } from 'vitest'
import { slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  /** What somebody was told of an incident by direct message because they asked for it, oldest first. */
  const newsOf = async (handle: string) => {
    await stage.quiet()
    const messages = await stage.as(handle).direct()
    return messages.filter((each) => slotOf(each)?.startsWith('subscription:')).map(words)
  }

  describe('whoever asks for the news of an incident', () => {
    everywhere('gets it by direct message from then on, once, and not what they did themselves', async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
      await stage.as('suzuki').chooses(name, 'subscribe')
      await stage.as('suzuki').chooses(name, 'subscribe')
      expect((await stage.as('suzuki').alone(name)).map(words).join()).toContain('DMでお知らせします')
      expect(await newsOf('suzuki')).toEqual([])

      await stage.as('tanaka').does(name, 'update', { condition: 'DB の接続数が上限 <!here>', next_minutes: '30' })
      const [update = '', ...others] = await newsOf('suzuki')
      expect(others).toEqual([])
      for (const each of ['決済が遅い', 'DB の接続数が上限 &lt;!here&gt;', '田中 美咲', '次の更新: '])
        expect(update).toContain(each)

      await stage.as('suzuki').does(name, 'set-level', { level: 'level5', reason: '全員に影響' })
      await stage.as('tanaka').does(name, 'recover')
      expect((await newsOf('suzuki')).slice(1)).toEqual([expect.stringContaining('復旧')])
      expect(await newsOf('tanaka')).toEqual([])
    })

    everywhere('stops it by a press under the news', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('suzuki').chooses(name, 'subscribe')
      await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
      const [news] = await stage.as('suzuki').direct()
      const conversation = (await stage.state()).channels.find(({ messages }) =>
        messages.some(({ ts }) => ts === news?.ts),
      )
      await stage.as('suzuki').do({
        do: 'click',
        channel: conversation?.id,
        ts: news?.ts,
        action_id: 'incident.unsubscribe',
      })
      await stage.as('tanaka').does(name, 'recover')
      expect(await newsOf('suzuki')).toEqual([expect.stringContaining('レベルを「3（中）」に')])

      await stage.as('tanaka').says(name, '@sssbot DMを止めて')
      await stage.quiet()
      const answered = words(await stage.as('tanaka').alone(name))
      expect(answered).toContain('DMで受け取るのをやめる')
      expect(answered).not.toContain('いまはできません')
    })

    test('hears of an incident that was made private only that there is news, and nothing once they are out of it', async () => {
      const name = await stage.as('tanaka').declares({ summary: '顧客名簿の持ち出し' })
      await stage.as('sato').chooses(name, 'take-handler')
      await stage.as('sato').chooses(name, 'subscribe')
      await stage.as('suzuki').chooses(name, 'subscribe')
      await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
      expect(await newsOf('suzuki')).toHaveLength(1)

      await stage.as('tanaka').does(name, 'set-visibility', { visibility: 'private' })
      await stage.as('tanaka').does(name, 'update', { condition: '調査会社に依頼済み' })
      expect(await newsOf('suzuki')).toEqual([])
      const [, update = ''] = await newsOf('sato')
      expect(update).not.toMatch(/持ち出し|調査会社|3（中）/)
      expect(update).toContain('内容はチャンネルで')
    })
  })
})
