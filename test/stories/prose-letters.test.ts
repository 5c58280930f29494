import { expect } from 'vitest'
import { z } from 'zod'
import { type Chat, claims } from '../models/server.ts'
import { setModelStage } from './models-stage.ts'
import { words } from './sights.ts'
import { everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setModelStage(database)

  const keyOf = (chat: Chat, said: string) =>
    Object.entries(chat.records).find(([, each]) => each.words.includes(said))?.[0] ?? 'none'
  const form = (handle: string) => stage.as(handle).form()
  /** The values of the buttons of letters in somebody's form. */
  const values = async (handle: string): Promise<string[]> => {
    const { blocks } = z
      .object({ blocks: z.array(z.looseObject({ elements: z.array(z.looseObject({})).optional() })) })
      .parse(await form(handle))
    return blocks
      .flatMap(({ elements = [] }) => elements)
      .filter((each) => each.action_id === 'incident.letter')
      .map(({ value }) => z.string().parse(value))
  }
  const presses = async (handle: string, value: string) => {
    const { id } = await form(handle)
    await stage.as(handle).do({ do: 'click', view_id: id, action_id: 'incident.letter', value })
    await stage.quiet()
  }
  const told = async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
    await stage.as('sato').takesNextStep(name)
    await stage.as('sato').does(name, 'edit-summary', { summary: '決済が失敗する', impact: '決済の3割が失敗' })
    await stage.as('ito').says(`#${name}`, '接続プールの上限が 5 になっていました')
    await stage.quiet()
    return name
  }
  const notice = '一部のお客様において、決済の3割が失敗する事象が発生しております。'

  everywhere(
    'a letter is drafted by a model from what was written for customers alone, and used by a press',
    async () => {
      const name = await told()
      stage.models.answer((chat) => claims({ words: notice, sources: [keyOf(chat, '3割')], part: 'impact' }))
      await stage.as('sato').chooses(name, 'letter')
      // It stands open at once, as it was written.
      expect(JSON.stringify(await form('sato'))).toContain('お客様への影響: 決済の3割が失敗')
      await stage.quiet()
      await expect.poll(async () => words(await form('sato'))).toContain(notice)
      const asked = (await stage.ledger()).flatMap(({ request }) =>
        request?.includes('formal notice') ? [request] : [],
      )
      expect(asked).toHaveLength(1)
      expect(asked[0]).toContain('決済の3割が失敗')
      for (const inside of ['接続プール', '佐藤', '伊藤', '決済が失敗する']) expect(asked[0]).not.toContain(inside)
      const [use = ''] = (await values('sato')).filter((each) => each.endsWith('@model'))
      await presses('sato', use)
      await expect.poll(async () => String((await form('sato')).values['words~'])).toContain(notice)
      expect(words(await form('sato'))).toContain('言語モデルの文が入っています')
      expect((await stage.as('sato').sends({})).errors).toEqual({})
      await stage.quiet()
      const { db } = stage.bot.app.world
      const note = await db.read.selectFrom('record_notes').select('words').executeTakeFirstOrThrow()
      expect(note.words).toContain(notice)
      const settled = await db.read
        .selectFrom('facts')
        .select('data')
        .where('type', '=', 'assistant.draft_settled')
        .execute()
      expect(settled.map(({ data }) => data)).toEqual([{ purpose: 'letter:first', use: 'as-is' }])
    },
  )

  test('no sentence of a chat, of a guess or of a number that nobody wrote stands in it', async () => {
    const name = await told()
    stage.models.answer((chat) =>
      claims(
        { words: '決済の3割が失敗しています！', sources: [keyOf(chat, '3割')], part: 'impact' },
        { words: '決済の5割が失敗しております。', sources: [keyOf(chat, '3割')], part: 'impact' },
        { words: '原因は接続プールです。', sources: ['s9'], part: 'note' },
      ),
    )
    await stage.as('sato').chooses(name, 'letter')
    await stage.quiet()
    expect(words(await form('sato'))).not.toContain('言語モデル')
    expect((await values('sato')).some((each) => each.includes('model'))).toBe(false)
  })
})
