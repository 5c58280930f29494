import { expect } from 'vitest'
import { proposalsOf } from '../../src/rooms/record/index.ts'
import { incidentIn, onTimeline } from './conversation.ts'
import { slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const proposed = async (name: string) =>
    (await proposalsOf(stage.bot.app.world.db.read, await incidentIn(stage, name))).map(({ message }) => message.words)
  const presses = async (handle: string, action: 'accept-moment' | 'refuse-moment', channel: string, ts: string) => {
    const person = stage.as(handle)
    const { id } = await person.form()
    await person.do({ do: 'click', view_id: id, action_id: `incident.${action}`, value: `${channel}:${ts}` })
    await stage.quiet()
  }
  const talk = async () => {
    const name = await stage.as('tanaka').declares()
    const sato = stage.as('sato')
    await sato.says(`#${name}`, '見ています')
    const cause = await sato.says(`#${name}`, '原因が判明しました。接続数の上限です')
    await sato.says(`#${name}`, '了解です')
    await stage.quiet()
    return { name, cause, id: (await stage.channel(name)).id }
  }

  describe('a message that people forgot to pin', () => {
    test('is proposed with its reason, and stands on the timeline after one tap', async () => {
      const { name, cause, id } = await talk()
      const ito = stage.as('ito')
      await ito.chooses(name, 'timeline')
      await stage.as('tanaka').chooses(name, 'timeline')
      const shown = words(await ito.form())
      expect(shown).toContain('原因が判明しました')
      expect(shown).toContain('理由: 原因、判明')
      expect(shown).not.toContain('了解です')
      await presses('ito', 'accept-moment', id, cause)
      expect(await onTimeline(stage, name)).toMatchObject([
        { ts: cause, words: '原因が判明しました。接続数の上限です', kinds: ['timeline'] },
      ])
      expect((await onTimeline(stage, name))[0]?.permalink).toContain(id)
      expect(words(await ito.form())).not.toContain('理由: 原因')
      // A second tap, on what another person's form still shows, is once.
      await presses('tanaka', 'accept-moment', id, cause)
      expect(await onTimeline(stage, name)).toHaveLength(1)
      expect((await stage.channel(name)).messages.filter((each) => slotOf(each)?.startsWith('ask'))).toEqual([])
    })

    everywhere('is not proposed again where somebody said that it is none, and leaves with its deletion', async () => {
      const { name, cause, id } = await talk()
      await stage.as('ito').chooses(name, 'timeline')
      await presses('ito', 'refuse-moment', id, cause)
      expect(await proposed(name)).toEqual([])
      expect(await onTimeline(stage, name)).toEqual([])
      const later = await stage.as('sato').says(`#${name}`, 'v2.2 に切り戻しました')
      await stage.quiet()
      expect(await proposed(name)).toEqual(['v2.2 に切り戻しました'])
      await stage.as('ito').chooses(name, 'timeline')
      await presses('ito', 'accept-moment', id, later)
      await stage.as('sato').do({ do: 'delete', channel: id, ts: later })
      await stage.quiet()
      expect(await onTimeline(stage, name)).toEqual([])
      expect(await proposed(name)).toEqual([])
    })

    test('is not proposed while it is pinned, nor after somebody took the pin out', async () => {
      const { name, cause, id } = await talk()
      await stage.as('ito').do({ do: 'pin', channel: id, ts: cause })
      await stage.quiet()
      expect(await proposed(name)).toEqual([])
      await stage.as('ito').do({ do: 'unpin', channel: id, ts: cause })
      await stage.quiet()
      expect(await proposed(name)).toEqual([])
    })
  })
})
