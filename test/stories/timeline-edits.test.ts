import { expect } from 'vitest'
import { factsAbout } from '../../src/rooms/facts/index.ts'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { incidentIn, tablesWith } from './conversation.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const entries = async (name: string) =>
    timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, name), { withHidden: true })
  const message = async (name: string) => {
    const found = (await entries(name)).find(({ is }) => is === 'message')
    if (!found) throw new Error('No message is on the timeline')
    return found
  }
  /** Opens the timeline and presses the button of one entry. */
  const edits = async (handle: string, name: string, key: string) => {
    const person = stage.as(handle)
    await person.chooses(name, 'timeline')
    const { id } = await person.form()
    await person.do({ do: 'click', view_id: id, action_id: 'incident.edit-entry', value: key })
    return person
  }
  const marked = async (text: string) => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const ts = await stage.as('sato').says(`#${name}`, text)
    await stage.as('tanaka').do({ do: 'pin', channel: id, ts })
    await stage.quiet()
    return { name, ts, id }
  }

  describe('an entry of the timeline', () => {
    test('can be put right, with who, when and why; what it said at first stays to be seen', async () => {
      const { name } = await marked('14:02 に deploy した')
      const { key } = await message(name)
      const ito = await edits('ito', name, key)
      expect((await ito.form()).callback_id).toBe('incident.edit-entry')
      const at = new Date(stage.clock.now().getTime() - 30 * minute)
      await ito.sends({ at: at.toISOString(), words: '13:55 に v2.3 を deploy した', reason: 'ログで確かめた' })
      await stage.quiet()
      const changed = await message(name)
      expect(changed).toMatchObject({
        words: '13:55 に v2.3 を deploy した',
        hidden: false,
        message: { words: '14:02 に deploy した' },
        edits: [{ n: 1, by: 'U0ITO', reason: 'ログで確かめた', words: '13:55 に v2.3 を deploy した' }],
      })
      expect(Math.floor(changed.at.getTime() / minute)).toBe(Math.floor(at.getTime() / minute))
      // The timeline below shows it as soon as the form is sent.
      expect(words(await ito.form())).toContain('13:55 に v2.3 を deploy した')
      const sato = await edits('sato', name, key)
      const form = words(await sato.form())
      expect(form).toContain('14:02 に deploy した')
      expect(form).toContain('ログで確かめた')
      await sato.sends({ words: '', reason: '元の記録でよい' })
      await stage.quiet()
      expect(await message(name)).toMatchObject({ words: null, edits: [{ n: 1 }, { n: 2, words: null }] })
      const facts = await factsAbout(stage.bot.app.world.db.read, `incident:${await incidentIn(stage, name)}`, [
        'record.entry_edited',
      ])
      expect(facts.map(({ actor }) => actor)).toMatchObject([{ id: 'U0ITO' }, { id: 'U0SATO' }])
    })

    everywhere('can be hidden and shown again, and is changed by no form that changes nothing', async () => {
      const { name } = await marked('お昼はカレー')
      const { key } = await message(name)
      const ito = await edits('ito', name, key)
      expect((await ito.sends({ reason: '何も変えていない' })).errors).toEqual({
        words: '何も変わっていません。直してから送ってください。',
      })
      await ito.sends({ shown: 'hidden', reason: '関係がない' })
      await stage.quiet()
      const shown = await timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, name))
      expect(shown.map((entry) => entry.key)).not.toContain(key)
      expect(words(await ito.form())).toContain('🚫（載せない）')
      await (await edits('ito', name, key)).sends({ shown: 'shown', reason: 'やはり関係があった' })
      await stage.quiet()
      expect(await message(name)).toMatchObject({ hidden: false })
    })

    test('can be written by hand, with a time of its own', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('ito').chooses(name, 'add-entry')
      const at = new Date(stage.clock.now().getTime() - 90 * minute)
      const future = new Date(stage.clock.now().getTime() + 90 * minute)
      const words = '決済代行から障害の電話'
      expect((await stage.as('ito').sends({ at: future.toISOString(), words })).errors).toHaveProperty('at')
      await stage.as('ito').sends({ at: at.toISOString(), words })
      await stage.quiet()
      const [first] = await entries(name)
      expect(first).toMatchObject({ is: 'note', key: 'note:1', note: { words, by: 'U0ITO' } })
    })
  })

  describe('when its message is deleted', () => {
    test('what somebody wrote in words of their own stands on; what repeats the message goes', async () => {
      const one = await marked('パスワードは hunter2-hunter2 です')
      await (await edits('ito', one.name, (await message(one.name)).key)).sends({
        words: '認証情報が貼られた',
        reason: '書き直し',
      })
      const other = await marked('鍵は zebra9-zebra9 です')
      await (await edits('ito', other.name, (await message(other.name)).key)).sends({
        words: '鍵 zebra9-zebra9 が漏れた',
        reason: 'zebra9-zebra9 を追記',
      })
      await stage.quiet()
      for (const { id, ts } of [one, other]) await stage.as('sato').do({ do: 'delete', channel: id, ts })
      await stage.quiet()
      expect(await message(one.name)).toMatchObject({ words: '認証情報が貼られた', message: { words: null } })
      expect((await entries(other.name)).filter(({ is }) => is === 'message')).toEqual([])
      expect(await tablesWith(stage, 'hunter2')).toEqual([])
      expect(await tablesWith(stage, 'zebra9')).toEqual([])
    })
  })

  test('a time that is put right moves what happened then', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.pass(20 * minute)
    await stage.as('tanaka').chooses(name, 'edit-times')
    const declared = new Date(stage.clock.now().getTime() - 25 * minute)
    await stage.as('tanaka').sends({ declared_at: declared.toISOString(), reason: '口頭で始めていた' })
    await stage.quiet()
    const [first, ...rest] = await entries(name)
    expect(first).toMatchObject({ is: 'fact', fact: { type: 'incident.declared' } })
    expect(Math.floor((first?.at.getTime() ?? 0) / minute)).toBe(Math.floor(declared.getTime() / minute))
    expect(rest.map((entry) => entry.is === 'fact' && entry.fact.type)).toContain('incident.times_edited')
  })
})
