import { expect } from 'vitest'
import { z } from 'zod'
import { type Chat, claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
import { setModelStage } from './models-stage.ts'
import { words } from './sights.ts'
import { everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setModelStage(database)

  /** What the model cites: the record whose words hold this. */
  const keyOf = (chat: Chat, said: string) =>
    Object.entries(chat.records).find(([, each]) => each.words.includes(said))?.[0] ?? 'none'
  const form = (handle: string) => stage.as(handle).form()
  const presses = async (handle: string, verb: string, value?: string) => {
    const { id } = await form(handle)
    await stage
      .as(handle)
      .do({ do: 'click', view_id: id, action_id: `incident.${verb}`, ...(value === undefined ? {} : { value }) })
    await stage.quiet()
  }
  /** The value of the first button of this verb in somebody's form, or of the first that begins so. */
  const pressable = async (handle: string, verb: string, begins = ''): Promise<string> => {
    const { blocks } = z
      .object({ blocks: z.array(z.looseObject({ elements: z.array(z.looseObject({})).optional() })) })
      .parse(await form(handle))
    const found = blocks
      .flatMap(({ elements = [] }) => elements)
      .find((each) => each.action_id === `incident.${verb}` && String(each.value).startsWith(begins))
    return z.string().parse(found?.value)
  }
  const told = async (declared: Record<string, string> = {}) => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する', ...declared })
    await stage.as('sato').takesNextStep(name)
    await stage.pass(60_000)
    await stage.as('tanaka').says(`#${name}`, '14:02 に接続プールの設定を 50 に変えています')
    await stage.as('sato').says(`#${name}`, '決済の成功率が 99% まで戻っています')
    await stage.quiet()
    return { name, id: await incidentIn(stage, name) }
  }
  const drafts = (chat: Chat) =>
    claims(
      { words: '決済の成功率は 99% まで戻った', sources: [keyOf(chat, '99%')], part: 'condition' },
      { words: '設定を 40 に変えた', sources: [keyOf(chat, '50 に')], part: 'action' },
      { words: 'お客様の 1% が失敗している', sources: ['s99'], part: 'impact' },
    )

  everywhere(
    'a model’s draft comes into the open form, takes nothing of what is being written, and is used by a press',
    async () => {
      const { name } = await told()
      stage.models.answer(drafts)
      await stage.as('sato').chooses(name, 'draft-update')
      expect((await form('sato')).callback_id).toBe('incident.draft-update')
      await stage.quiet()
      const shown = words(await form('sato'))
      expect(shown).toContain('言語モデルの下書き')
      expect(shown).toContain('決済の成功率は 99% まで戻った')
      // What nobody said, or what rests on nothing, is not offered.
      expect(shown).not.toContain('設定を 40')
      expect(shown).not.toContain('1% が')
      expect((await form('sato')).values.condition).not.toBe('決済の成功率は 99% まで戻った')
      await presses('sato', 'draft-update', await pressable('sato', 'draft-update'))
      expect((await form('sato')).values['condition~']).toBe('決済の成功率は 99% まで戻った')
      // The error of a field stands at that field, whatever it is called there.
      expect((await stage.as('sato').sends({ 'condition~': ' ' })).errors).toHaveProperty('condition~')
      expect((await stage.as('sato').sends({ 'condition~': '決済の成功率は 99% まで戻った' })).errors).toEqual({})
      await stage.quiet()
      const { db } = stage.bot.app.world
      expect((await db.read.selectFrom('updates').select('condition').executeTakeFirstOrThrow()).condition).toBe(
        '決済の成功率は 99% まで戻った',
      )
      const settled = await db.read
        .selectFrom('facts')
        .select('data')
        .where('type', '=', 'assistant.draft_settled')
        .execute()
      expect(settled).toHaveLength(1)
      expect(await db.read.selectFrom('assistant_drafts').select('id').execute()).toEqual([])
      // The ledger has what left, to the byte.
      const rows = (await stage.ledger()).filter(({ request }) => request?.includes('status update that a person'))
      expect(rows.map(({ request }) => request)).toEqual([stage.models.captured[0]?.request])
    },
  )

  test('where the model hangs, lies or is refused, the form stays as it was quoted', async () => {
    const { name } = await told()
    stage.models.answer(claims({ words: 'すべて直りました', sources: ['s99'], part: 'condition' }))
    await stage.as('sato').chooses(name, 'draft-update')
    const before = await form('sato')
    await stage.quiet()
    expect(words(await form('sato'))).toBe(words(before))
    expect(words(before)).not.toContain('言語モデル')
  })

  test('a form that was sent before the draft came is over, and what was sent is what its sender wrote', async () => {
    const { name } = await told()
    stage.models.answer(drafts)
    await stage.as('sato').chooses(name, 'draft-update')
    expect((await stage.as('sato').sends({ condition: '確認中' })).errors).toEqual({})
    await stage.quiet()
    const { db } = stage.bot.app.world
    expect((await db.read.selectFrom('updates').select('condition').executeTakeFirstOrThrow()).condition).toBe('確認中')
  })

  test('of a private incident nothing is asked', async () => {
    const name = await stage.as('tanaka').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    await stage.as('tanaka').says(`#${name}`, '14:02 に三万人分が持ち出された')
    await stage.quiet()
    await stage.as('tanaka').chooses(name, 'draft-update')
    expect((await form('tanaka')).callback_id).toBe('incident.draft-update')
    await stage.quiet()
    expect(stage.models.captured).toEqual([])
  })

  test('sections and action items are proposed in the model’s words, with their links, and go with their message', async () => {
    const { name, id } = await told()
    const { id: channel } = await stage.channel(name)
    const ts = await stage.as('sato').says(`#${name}`, '接続は 80 本まで使われていました')
    await stage.quiet()
    await stage.as('sato').does(name, 'recover', { postmortem_owner: 'U0SATO', postmortem_due: '2026-12-24' })
    stage.models.answer((chat) =>
      claims(
        { words: '接続プールの設定を 50 に変えたこと', sources: [keyOf(chat, '50 に')], part: 'trigger' },
        { words: '接続数の警告を足す', sources: [keyOf(chat, '80 本')], part: 'next' },
        { words: '要約の一部', sources: [keyOf(chat, '99%')], part: 'whole' },
      ),
    )
    await stage.as('sato').chooses(name, 'postmortem')
    await presses('sato', 'write-section', 'gaps')
    const shown = words(await form('sato'))
    expect(shown).toContain('接続プールの設定を 50 に変えたこと')
    expect(shown).toContain('接続数の警告を足す')
    expect(shown).not.toContain('要約の一部')
    await presses('sato', 'use-proposal', await pressable('sato', 'use-proposal', 'trigger'))
    const { db } = stage.bot.app.world
    const unsent = await db.read.selectFrom('assistant_drafts').select('id').where('incident_id', '=', id).execute()
    expect(unsent.length).toBeLessThanOrEqual(1)
    const [written] = await db.read.selectFrom('postmortem_texts').select(['section', 'words']).execute()
    expect(written).toMatchObject({ section: 'trigger', words: '接続プールの設定を 50 に変えたこと' })
    await stage.as('sato').chooses(name, 'propose-actions')
    await stage.quiet()
    expect(words(await form('sato'))).toContain('接続数の警告を足す')
    await stage.as('sato').do({ do: 'delete', channel, ts })
    await stage.quiet()
    await stage.as('sato').chooses(name, 'propose-actions')
    expect(words(await form('sato'))).not.toContain('接続数の警告を足す')
  })
})
