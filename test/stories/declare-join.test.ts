import { expect } from 'vitest'
import { join, mayKnow } from '../../src/rooms/assembly/index.ts'
import { person } from '../../src/rooms/facts/index.ts'
import { perform } from '../../src/rooms/incident/index.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const yamadas = { actor: person('U0YAMADA'), via: 'slack' as const }

forEachDatabase((database) => {
  const stage = setStage(database)
  const opens = async (handle: string) => {
    const person = stage.as(handle)
    await person.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    return person
  }
  /** The form is drawn anew after the click was acknowledged: it is looked at until it says so, or says so no more. */
  const click = async (handle: string, action_id: string, value: string, shows: (form: string) => boolean) => {
    const person = stage.as(handle)
    await person.do({ do: 'click', view_id: (await person.form()).id, action_id, value })
    return stage.until(async () => {
      const form = words(await person.form())
      return shows(form) ? form : undefined
    })
  }
  const has = (text: string) => (form: string) => form.includes(text)
  const hasNo = (text: string) => (form: string) => !form.includes(text)
  const idOf = async (summary: string) => {
    const { read } = stage.bot.app.world.db
    return (await read.selectFrom('incidents').select('id').where('summary', '=', summary).executeTakeFirstOrThrow()).id
  }

  describe('the form shows what is being handled of the service already', () => {
    test('as soon as the service is chosen, keeping what was typed; declaring apart is sending it all the same', async () => {
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const yamada = await opens('yamada')
      const { id } = await yamada.form()
      await yamada.do({
        do: 'click',
        view_id: id,
        action_id: 'incident.declare.service',
        value: 'a',
        values: { summary: '決済で 500', urgency: 'looking', type: ['availability'], detected_by: 'customer' },
      })
      const form = await stage.until(async () => {
        const shown = await yamada.form()
        return words(shown).includes('未完了のインシデントがあります') ? shown : undefined
      })
      expect(words(form)).toContain('決済が遅い')
      expect(form.values).toMatchObject({
        service: 'a',
        summary: '決済で 500',
        urgency: 'looking',
        type: ['availability'],
        detected_by: 'customer',
      })
      expect(form.id).toBe(id)
      expect((await yamada.sends()).errors).toEqual({})
      await stage.quiet()
      expect(words(inSlot(await stage.channel('サービスa-20261123i-2'), 'card'))).toContain('決済で 500')
    })

    test('choosing a service without any takes them away again', async () => {
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await opens('yamada')
      await click('yamada', 'incident.declare.service', 'a', has('決済が遅い'))
      await click('yamada', 'incident.declare.service', 'b', hasNo('決済が遅い'))
    })

    test('in the channel of a service it is chosen beforehand, and what is open shows at once', async () => {
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const yamada = stage.as('yamada')
      await yamada.do({ do: 'join', channel: '#service-a' })
      await yamada.do({ do: 'command', channel: '#service-a', command: '/incident', text: '' })
      expect((await yamada.form()).values).toMatchObject({ service: 'a' })
      expect(words(await yamada.form())).toContain('決済が遅い')
    })

    test('when Slack does not let the form be changed, it can be sent as it is', async () => {
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const yamada = await opens('yamada')
      await stage.driver.fault({ method: 'views.update', times: 1, error: 'hash_conflict' })
      await click('yamada', 'incident.declare.service', 'a', hasNo('決済が遅い'))
      expect((await yamada.sends({ service: 'a', summary: '別の件' })).errors).toEqual({})
    })

    everywhere('one press joins: the person is invited, and the form says where to go', async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await opens('yamada')
      await click('yamada', 'incident.declare.service', 'a', has('決済が遅い'))
      const { id } = await stage.channel(name)
      await click('yamada', 'incident.declare.join', await idOf('決済が遅い'), has(`<#${id}> に招待しました`))
      await stage.quiet()
      const channel = await stage.channel(name)
      expect(channel.members).toContain('U0YAMADA')
      expect((await stage.state()).channels.filter((each) => each.name.startsWith('サービスa-2026'))).toHaveLength(1)
    })
  })

  describe('joining', () => {
    everywhere('who has left may join again, and pressing twice is one invitation', async () => {
      const name = await stage.as('tanaka').declares()
      const yamada = stage.as('yamada')
      await yamada.chooses(name, 'join')
      await stage.quiet()
      const { id, members } = await stage.channel(name)
      expect(members).toContain('U0YAMADA')
      await yamada.do({ do: 'leave', channel: id })
      await stage.clock.advanceBy(60_000)
      const broadcast = inSlot(await stage.channel('incidents'), 'broadcast:')
      await Promise.all([1, 2].map(() => yamada.presses('incidents', broadcast, 'incident.join')))
      await stage.quiet()
      expect((await stage.channel(name)).members).toContain('U0YAMADA')
      const { read } = stage.bot.app.world.db
      const joined = await read.selectFrom('facts').select('n').where('type', '=', 'assembly.joined').execute()
      expect(joined).toHaveLength(2)
    })

    test('a private incident is not there for those without the right to know: neither in the form nor to join', async () => {
      await stage.as('kobayashi').declares({ summary: '名簿が漏れた', visibility: 'private' })
      const yamada = await opens('yamada')
      await click('yamada', 'incident.declare.service', 'a', hasNo('非公開のインシデント'))
      await opens('kobayashi')
      await click('kobayashi', 'incident.declare.service', 'a', has('非公開のインシデント'))
      expect(words(await yamada.form())).not.toContain('非公開のインシデント')

      const secret = await idOf('名簿が漏れた')
      const { world } = stage.bot.app
      expect(await mayKnow(world.db.read, secret, 'U0KOBAYASHI')).toBe(true)
      expect(await mayKnow(world.db.read, secret, 'U0YAMADA')).toBe(false)
      expect(await mayKnow(world.db.read, 'inc_nothing', 'U0YAMADA')).toBe(false)
      const refusals = await Promise.all(
        [secret, 'inc_nothing'].map((id) => perform(world, join, yamadas, id, {}).catch((error: unknown) => error)),
      )
      expect(refusals[0]).toMatchObject({ code: 'incident-unknown', gaps: {} })
      expect(refusals[1]).toMatchObject({ code: 'incident-unknown', gaps: {} })
    })

    test('an archived channel cannot be joined, and the person is told what to do', async () => {
      const name = await stage.as('tanaka').declares()
      const id = await idOf('ログインできない')
      const tanaka = stage.as('tanaka')
      await tanaka.do({ do: 'archive', channel: (await stage.channel(name)).id })
      await stage.quiet()
      await expect(perform(stage.bot.app.world, join, yamadas, id, {})).rejects.toMatchObject({
        code: 'channel-archived',
      })
    })
  })
})
