import { expect } from 'vitest'
import { z } from 'zod'
import { draftsAnswer } from '../../src/rooms/api/assistant-shapes.ts'
import { incidentIn } from './conversation.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database, {}, () => new Date(), { SSSBOT_API_TOKEN: token })
  const look = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, { headers })).json()
  }
  const used = async (id: string) =>
    z.looseObject({ drafts: z.record(z.string(), z.number()) }).parse(await look(`${id}/detail`)).drafts
  const presses = async (handle: string, verb: string, value?: string) => {
    const { id } = await stage.as(handle).form()
    await stage
      .as(handle)
      .do({ do: 'click', view_id: id, action_id: `incident.${verb}`, ...(value === undefined ? {} : { value }) })
    await stage.quiet()
  }
  /** The value of the first button of this verb in somebody's form. */
  const buttonOf = async (handle: string, verb: string): Promise<string> => {
    const { blocks } = z
      .object({ blocks: z.array(z.looseObject({ elements: z.array(z.looseObject({})).optional() })) })
      .parse(await stage.as(handle).form())
    const pressed = blocks
      .flatMap(({ elements = [] }) => elements)
      .find((each) => each.action_id === `incident.${verb}`)
    const value = z.string().optional().parse(pressed?.value)
    if (!value) throw new Error(`Nothing to press for ${verb}`)
    return value
  }
  const told = async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
    await stage.as('sato').takesNextStep(name)
    await stage.pass(minute)
    await stage.as('ito').says(`#${name}`, '14:02 に接続プールの設定を 50 に変えています')
    await stage.as('sato').says(`#${name}`, '接続プールの設定を元に戻しました')
    await stage.as('ito').says(`#${name}`, '決済の成功率が 99% まで戻っています')
    await stage.quiet()
    return { name, id: await incidentIn(stage, name) }
  }

  describe('a draft is for a form that a person edits and sends', () => {
    test('an update is drafted behind a button, says that it is a draft, and what became of it is counted', async () => {
      const { name, id } = await told()
      await stage.as('sato').chooses(name, 'update')
      await presses('sato', 'draft-update')
      const form = await stage.as('sato').form()
      expect(form.callback_id).toBe('incident.draft-update')
      expect(words(form)).toMatch(/会話からの下書きです|下書きにできる新しい発言はありません/)
      expect((await used(id)).unsent).toBe(
        Object.keys(form.values).length > 0 && words(form).includes('会話からの') ? 1 : 0,
      )
      expect((await stage.as('sato').sends({ condition: '設定を戻し、回復を確認中' })).errors).toEqual({})
      await stage.quiet()
      const { db } = stage.bot.app.world
      const { condition } = await db.read.selectFrom('updates').select('condition').executeTakeFirstOrThrow()
      expect(condition).toBe('設定を戻し、回復を確認中')
      expect((await used(id)).unsent).toBe(0)
    })

    test('of customers nothing of the channel is written: only what was written for them', async () => {
      const { name, id } = await told()
      await stage
        .as('sato')
        .does(name, 'edit-summary', { summary: '決済が失敗する', impact: '一部のお客様が決済できません' })
      await stage.as('ito').chooses(name, 'letter')
      const form = await stage.as('ito').form()
      expect(words(form)).toContain('お客様向けに書かれた項目だけから')
      expect(JSON.stringify(form)).toContain('一部のお客様が決済できません')
      expect(JSON.stringify(form)).not.toContain('接続プール')
      await presses('ito', 'letter', 'report')
      expect(words(await stage.as('ito').form())).toContain('障害報告書')
      await stage.as('ito').sends({ words: '決済に障害が出ています。' })
      await stage.quiet()
      const note = await stage.bot.app.world.db.read
        .selectFrom('record_notes')
        .select('words')
        .executeTakeFirstOrThrow()
      expect(note.words).toBe('障害報告書を出しました。\n決済に障害が出ています。')
      const { letters } = draftsAnswer.parse(await look(`${id}/drafts?language=ja`))
      expect(JSON.stringify(letters)).not.toContain('接続プール')
      expect(letters.first.words).toContain('一部のお客様が決済できません')
    })
  })

  describe('what was said is proposed for the postmortem', () => {
    everywhere(
      'with its link, beside the gap; one tap takes it over, and before that it is stated nowhere',
      async () => {
        const { name, id } = await told()
        const { id: channel } = await stage.channel(name)
        const ts = await stage.as('ito').says(`#${name}`, '次回は接続数の監視を足しましょう')
        await stage.as('ito').do({ do: 'react', channel, ts, name: 'bulb' })
        await stage.quiet()
        await stage.as('sato').does(name, 'recover', { postmortem_owner: 'U0SATO', postmortem_due: '2026-12-24' })
        const gaps = draftsAnswer.parse(await look(`${id}/drafts?language=ja`)).gaps
        expect(Object.keys(gaps).length).toBeGreaterThan(0)
        const document = async () => JSON.stringify(await look(`${id}/postmortem`))
        await stage.as('sato').chooses(name, 'postmortem')
        await presses('sato', 'write-section', 'gaps')
        expect(words(await stage.as('sato').form())).toContain('💡 提案')
        const value = await buttonOf('sato', 'use-proposal')
        const [gap = ''] = value.split('@')
        const before = Object.keys((await stage.as('sato').form()).values).length
        await presses('sato', 'use-proposal', value)
        expect(Object.keys((await stage.as('sato').form()).values)).toHaveLength(before - 1)
        expect((await used(id)).as_is).toBe(1)
        if (gap !== 'occurred_at' && gap !== 'detected_at')
          expect(await document()).toContain((gaps[gap]?.[0]?.words ?? 'nothing').slice(0, 12))
        // Its message is gone: the button of an old form finds nothing.
        await stage.as('ito').do({ do: 'delete', channel, ts })
        await stage.quiet()
        expect(JSON.stringify(draftsAnswer.parse(await look(`${id}/drafts?language=ja`)))).not.toContain(
          '監視を足しましょう',
        )
      },
    )

    everywhere('action items become one by a tap; put away, one does not come back', async () => {
      const { name, id } = await told()
      for (const said of ['あとで接続数の監視を追加する', '後日、手順書を直す必要があります']) {
        const ts = await stage.as('ito').says(`#${name}`, said)
        await stage.as('ito').do({ do: 'pin', channel: (await stage.channel(name)).id, ts })
      }
      await stage.quiet()
      const proposed = async () => draftsAnswer.parse(await look(`${id}/drafts?language=ja`)).actions.length
      const before = await proposed()
      if (before === 0) return
      await stage.as('sato').chooses(name, 'propose-actions')
      await presses('sato', 'dismiss-action', await buttonOf('sato', 'dismiss-action'))
      expect(await proposed()).toBe(before - 1)
      if (before > 1) await presses('sato', 'accept-action', await buttonOf('sato', 'accept-action'))
      const items = await stage.bot.app.world.db.read.selectFrom('action_items').select('title').execute()
      expect(items).toHaveLength(before > 1 ? 1 : 0)
      expect((await used(id)).dropped).toBe(1)
    })
  })
})
