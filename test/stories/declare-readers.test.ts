import { expect } from 'vitest'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const form = (handle: string) => stage.as(handle).form()
  const opens = async (handle: string) => {
    await stage.as(handle).do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    await chooses(handle, 'incident.declare.service', 'a')
    await reads(handle, '#service-a')
  }
  const chooses = async (handle: string, actionId: string, value: string | string[]) =>
    stage.as(handle).do({ do: 'click', view_id: (await form(handle)).id, action_id: actionId, value })

  /** Waits until the form says so, and answers all that it says. */
  const reads = (handle: string, what: string) =>
    stage.until(async () => {
      const said = words((await form(handle)).blocks)
      return said.includes(what) ? said : undefined
    })

  describe('before it is sent, the form says who will read it', () => {
    test('in public: where it will be posted; in private: the few who read it', async () => {
      await opens('tanaka')
      expect(await reads('tanaka', '公開です')).toContain('ここに流れます: #service-a')
      await chooses('tanaka', 'incident.declare.visibility', 'private')
      await reads('tanaka', '読めるのは、あなたと次の人だけです: @csirt')
    })

    test('a heavy level is read by more, as the policy says', async () => {
      await opens('tanaka')
      expect(await reads('tanaka', '公開です')).not.toContain('#executives')
      await chooses('tanaka', 'incident.declare.level', 'level5')
      expect(await reads('tanaka', '#executives')).toContain('ここに流れます: #service-a')
    })

    test('two choices in a row: the form that Slack drew in between is drawn over with the last', async () => {
      await opens('tanaka')
      await stage.driver.fault({ method: 'views.update', times: 1, error: 'hash_conflict' })
      await chooses('tanaka', 'incident.declare.level', 'level5')
      expect(await reads('tanaka', '#executives')).toContain('ここに流れます: #service-a')
    })

    everywhere('confidentiality in public: private is offered, and one press takes it', async () => {
      const before = (await stage.state()).channels.map((each) => each.id)
      await opens('tanaka')
      await chooses('tanaka', 'incident.declare.type', ['confidentiality'])
      const warned = await reads('tanaka', '非公開で宣言しますか？')
      expect(warned).toContain('#incidents')
      await chooses('tanaka', 'incident.declare.private', '')
      const hidden = await reads('tanaka', '非公開です')
      expect(hidden).not.toContain('非公開で宣言しますか？')
      await stage.as('tanaka').sends({ summary: '顧客の一覧が見えている' })
      await stage.quiet()
      const told = await stage.channel('incidents')
      expect(JSON.stringify(told.messages)).not.toContain('顧客の一覧')
      const made = (await stage.state()).channels.filter((each) => !before.includes(each.id) && !each.is_im)
      expect(made.map((each) => each.is_private)).toEqual([true])
    })

    test('a drill of it is not warned of: nobody reads real data there', async () => {
      await opens('carol')
      await chooses('carol', 'incident.declare.kind', 'drill')
      await chooses('carol', 'incident.declare.type', ['confidentiality'])
      expect(await reads('carol', '#drills')).toContain('Public. It will be posted in: #drills')
    })
  })
})
