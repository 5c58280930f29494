import { expect } from 'vitest'
import { z } from 'zod'
import { listAnswer } from '../../src/rooms/api/api.ts'
import { draftsAnswer } from '../../src/rooms/api/assistant-shapes.ts'
import { incidentIn } from './conversation.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const summary = '決済 API の応答が遅い'

forEachDatabase((database) => {
  const stage = setStage(database, {}, () => new Date(), { SSSBOT_API_TOKEN: token })
  const look = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${stage.bot.app.url}/api/v1/incidents${path}`, { headers })).json()
  }
  const proposed = async (id: string) => draftsAnswer.parse(await look(`/${id}/drafts?language=ja`)).labels
  const used = async (id: string) =>
    z.looseObject({ drafts: z.record(z.string(), z.number()) }).parse(await look(`/${id}/detail`)).drafts
  const tagged = async (tag: string) => {
    const { incidents } = listAnswer.parse(await look(`?status=all&tag=${encodeURIComponent(tag)}`))
    return incidents.map(({ id }) => id)
  }
  const presses = async (handle: string, verb: string) => {
    const form = z
      .object({
        id: z.string(),
        blocks: z.array(z.looseObject({ elements: z.array(z.looseObject({})).optional() })),
      })
      .parse(await stage.as(handle).form())
    const found = form.blocks
      .flatMap(({ elements = [] }) => elements)
      .find((each) => each.action_id === `incident.${verb}`)
    if (!found) throw new Error(`Nothing to press for ${verb}`)
    await stage.as(handle).do({
      do: 'click',
      view_id: form.id,
      action_id: `incident.${verb}`,
      value: z.string().parse(found.value),
    })
    await stage.quiet()
  }
  const shown = async (handle: string) => words(await stage.as(handle).form())
  /** An incident that is over, with its level and tags. */
  const earlier = async (tags: string, more: Record<string, string> = {}) => {
    const name = await stage.as('tanaka').declares({ summary, ...more })
    await stage.as('tanaka').takesNextStep(name)
    await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
    await stage.as('tanaka').does(name, 'set-tags', { tags })
    await stage.as('tanaka').does(name, 'recover', { postmortem_owner: 'U0TANAKA', postmortem_due: '2026-12-24' })
    await stage.quiet()
    return incidentIn(stage, name)
  }

  describe('a level and tags are proposed to whoever opens the form', () => {
    everywhere(
      'from earlier incidents like it and from what was said; one tap takes it, dismissed stays away',
      async () => {
        const before = await earlier('DB、 #接続プール')
        const name = await stage.as('sato').declares({ summary })
        await stage.as('sato').takesNextStep(name)
        const id = await incidentIn(stage, name)
        expect((await proposed(id)).level).toMatchObject({ level: 'level3', why: 'alike', earlier: [before] })

        await stage.as('sato').chooses(name, 'set-level')
        expect(await shown('sato')).toContain('💡 レベルの提案')
        await presses('sato', 'dismiss-labels')
        await expect.poll(() => shown('sato')).not.toContain('💡')
        await stage.as('ito').chooses(name, 'set-level')
        expect(await shown('ito')).not.toContain('💡')

        await stage.pass(60_000)
        await stage.as('ito').says(`#${name}`, 'レベル4でお願いします')
        await stage.quiet()
        await stage.as('sato').chooses(name, 'set-level')
        expect(await shown('sato')).toContain('会話での発言「レベル4でお願いします」')
        await presses('sato', 'accept-level')
        await expect.poll(() => shown('sato')).not.toContain('💡')

        await stage.as('sato').chooses(name, 'set-tags')
        expect(await shown('sato')).toContain('#db #接続プール')
        await presses('sato', 'accept-tags')
        await expect.poll(() => shown('sato')).not.toContain('💡')
        // Sent as it stands it takes nothing away.
        expect((await stage.as('sato').form()).values['tags~']).toBe('db, 接続プール')
        expect((await stage.as('sato').sends({})).errors.tags).toBeUndefined()
        expect(await used(id)).toMatchObject({ as_is: 2, dropped: 1 })
        const { db } = stage.bot.app.world
        const row = await db.read
          .selectFrom('incidents')
          .select(['level', 'tags'])
          .where('id', '=', id)
          .executeTakeFirst()
        expect(row).toEqual({ level: 'level4', tags: ['db', '接続プール'] })
        expect((await tagged('ＤＢ')).toSorted()).toEqual([before, id].toSorted())
        expect(await proposed(id)).toEqual({ level: null, tags: null })
        // Nothing of all this was said in the channel.
        const { messages } = await stage.channel(name)
        expect(messages.filter((each) => words(each).includes('提案'))).toEqual([])
      },
    )

    test('what is private names no tag and no level of it anywhere else', async () => {
      await earlier('極秘の買収', { visibility: 'private' })
      // Not even to whoever knows of it: others read what they put there.
      const name = await stage.as('tanaka').declares({ summary: `極秘の買収。${summary}` })
      const id = await incidentIn(stage, name)
      expect(await proposed(id)).toEqual({ level: null, tags: null })
      for (const verb of ['set-tags', 'set-level', 'alike']) {
        await stage.as('tanaka').chooses(name, verb)
        expect(await shown('tanaka')).not.toMatch(/極秘|💡/)
      }
      expect(await tagged('極秘の買収')).toEqual([])
    })

    test('what is too much is said at the field', async () => {
      const name = await stage.as('sato').declares({ summary })
      await stage.as('sato').chooses(name, 'set-tags')
      const long = 'あ'.repeat(41)
      expect((await stage.as('sato').sends({ tags: long })).errors.tags).toContain('40文字まで')
      const many = Array.from({ length: 11 }, (_, n) => `t${n}`).join(',')
      expect((await stage.as('sato').sends({ tags: many })).errors.tags).toContain('10個まで')
    })
  })
})
