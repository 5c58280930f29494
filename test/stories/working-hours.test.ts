import { expect } from 'vitest'
import { slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute

// The stage begins on 2026-11-23 at 14:00 in Tokyo: a Monday, and 勤労感謝の日.
forEachDatabase((database) => {
  const stage = setStage(database, { working_hours: { holidays: ['japan'] }, postmortem: { due: '5d' } })
  const toldAlone = async (handle: string, slot: string) =>
    (await stage.as(handle).direct()).filter((message) => slotOf(message)?.startsWith(slot)).map(words)
  const recovered = async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('sato').takesNextStep(name)
    await stage.quiet()
    await stage.as('sato').does(name, 'set-level', { level: 'level4' })
    expect(await stage.as('sato').does(name, 'recover', { postmortem_owner: 'U0SATO' })).toEqual({})
    return name
  }

  describe('on a holiday', () => {
    test('what concerns documents waits for the morning of the next working day', async () => {
      await recovered()
      await stage.pass(hour)
      expect(await toldAlone('sato', 'question:')).toEqual([])
      // Twenty to nine in the morning, and then five past nine.
      await stage.pass(17 * hour + 40 * minute)
      expect(await toldAlone('sato', 'question:')).toEqual([])
      await stage.pass(25 * minute)
      expect(await toldAlone('sato', 'question:')).toHaveLength(1)
    })

    test('what the response needs does not', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(16 * minute)
      const slots = (await stage.channel(name)).messages.flatMap((message) => slotOf(message) ?? [])
      expect(slots.filter((slot) => /^(vacancy|checkpoint):/.test(slot)).length).toBeGreaterThanOrEqual(2)
    })

    test('nor is a channel archived, or said to be, while nobody is at work', async () => {
      await stage.bot.configure({
        working_hours: { holidays: ['japan'] },
        channels: { archive_after: '3d' },
        postmortem: { owed: 'none' },
      })
      const name = await recovered()
      expect(await stage.as('sato').does(name, 'complete', { waivers: '来週の計画で行う' })).toEqual({})
      const slots = async () => (await stage.channel(name)).messages.flatMap((message) => slotOf(message) ?? [])
      const isTold = async () => (await slots()).some((slot) => slot.startsWith('announce:upkeep.archive_announced'))
      // Monday 14:00 and a half: three days later is Thursday, within hours. From Tuesday at night on it would be Saturday.
      expect(words((await stage.channel(name)).messages)).toContain('アーカイブします')
      await stage.pass(2 * 24 * hour - hour)
      expect(await isTold()).toBe(false)
      await stage.pass(2 * hour)
      expect(await isTold()).toBe(true)
    })

    test('a question that became due by night is asked in the morning, whatever happens by night', async () => {
      const name = await recovered()
      await stage.pass(hour)
      await stage.as('tanaka').does(name, 'set-type', { type: ['availability'] })
      await stage.as('tanaka').does(name, 'set-level', { level: 'level5' })
      await stage.pass(10 * hour)
      expect(await toldAlone('sato', 'question:')).toEqual([])
      await stage.pass(8 * hour + 5 * minute)
      expect(await toldAlone('sato', 'question:')).toHaveLength(1)
    })
  })
})
