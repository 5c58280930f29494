import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const onlyMembers = /このワークスペースのメンバーだけが使えます|Only members of this workspace can use this bot/
const unknown = /メンバーかどうかを Slack に確かめられなかった|did not say in time whether you belong/

forEachDatabase((database) => {
  const stage = setStage(database)
  const homeOf = async (who: string) => {
    await stage.as(who).do({ do: 'open_home' })
    await stage.quiet()
    return (await stage.state()).homes[(await stage.as(who).user()).id]
  }
  const told = async (who: string, channel: string) => words(await stage.as(who).alone(channel))
  const answerIn = async (channel: string) => {
    const answers = (await stage.channel(channel)).messages.filter(
      ({ bot_id, ephemeral_to }) => bot_id && !ephemeral_to,
    )
    return answers.at(-1)
  }

  describe('people of another company', () => {
    test('are told politely, and nothing opens for them, whatever they press or write', async () => {
      await stage.driver.workspace({ connect: true })
      await stage.as('partner-2').says('#ext-partner', '@sssbot help')
      await stage.quiet()
      expect(await answerIn('ext-partner')).toBeUndefined()
      expect(await told('partner-2', 'ext-partner')).toMatch(onlyMembers)

      await stage.as('tanaka').says('#ext-partner', '@sssbot 助けて')
      await stage.quiet()
      const invitation = await answerIn('ext-partner')
      if (!invitation) throw new Error('A colleague is not answered')
      await stage.as('partner-2').presses('ext-partner', invitation, 'incident.declare.open')
      await stage.quiet()
      expect((await stage.as('partner-2').alone('ext-partner')).length).toBe(2)
      const { id } = await stage.as('partner-2').user()
      expect((await stage.state()).views[id]).toBeUndefined()

      await stage.as('tanaka').presses('ext-partner', invitation, 'incident.declare.open')
      expect((await stage.as('tanaka').form()).callback_id).toBe('incident.declare')
    })

    test('are not let in while Slack does not say who they are, and are told to try again; a colleague is', async () => {
      await stage.driver.workspace({ connect: true })
      await stage.as('tanaka').says('#ext-partner', '@sssbot 助けて')
      await stage.quiet()
      const invitation = await answerIn('ext-partner')
      if (!invitation) throw new Error('A colleague is not answered')
      await stage.driver.fault({ method: 'users.info', http_status: 503 })
      const { workspace } = stage.sandbox
      const { id } = await stage.as('partner-2').user()

      // Slack shows somebody of another organisation with its id.
      const partner = workspace.user(id)
      if (partner) partner.team_id = 'E0OTHERCORP'
      await stage.as('partner-2').presses('ext-partner', invitation, 'incident.declare.open')
      expect((await stage.state()).views[id]).toBeUndefined()
      await stage.as('partner-2').says('#ext-partner', '@sssbot help')
      await stage.quiet()
      expect(await told('partner-2', 'ext-partner')).toMatch(onlyMembers)
      expect(words(await homeOf('partner-2'))).toMatch(unknown)
      await stage.as('partner-2').do({ do: 'command', channel: '#ext-partner', command: '/incident', text: '' })
      expect((await stage.state()).views[id]).toBeUndefined()
      expect(await told('partner-2', 'ext-partner')).toMatch(unknown)
      await stage.as('partner-2').do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const shown = await stage.as('partner-2').form()
      expect([shown.callback_id, words(shown)]).toEqual(['', expect.stringMatching(onlyMembers)])

      await stage.bot.app.world.db.transaction((tx) =>
        tx
          .deleteFrom('directory_people')
          .where('handle', '=', 'tanaka')
          .execute()
          .then(() => {}),
      )
      await stage.as('tanaka').presses('ext-partner', invitation, 'incident.declare.open')
      expect((await stage.as('tanaka').form()).callback_id).toBe('incident.declare')
    })

    test('see no list of incidents, neither on their home page nor in a channel that is shared with them', async () => {
      await stage.driver.workspace({ connect: true })
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('sato').says('#general', '@sssbot 助けて')
      await stage.as('sato').says('#ext-partner', '@sssbot 助けて')
      await stage.quiet()
      expect(words(await answerIn('general'))).toContain('決済が遅い')
      expect(words(await answerIn('ext-partner'))).not.toContain('決済が遅い')
      const home = words(await homeOf('partner-2'))
      expect(home).toMatch(onlyMembers)
      expect(home).not.toContain('決済')
    })

    test('put nothing into the record of an incident, though what they say stands in it', async () => {
      await stage.driver.workspace({ connect: true })
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const ts = await stage.as('sato').says(`#${name}`, 'ログを見ています')
      stage.sandbox.workspace.channel(id)?.members.add('U0PARTNER2')
      await stage.as('partner-2').do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.as('partner-2').says(`#${name}`, 'todo: look at our side')
      await stage.quiet()
      const { read } = stage.bot.app.world.db
      const incidentId = await incidentIn(stage, name)
      const sources = await read
        .selectFrom('record_sources')
        .select('by')
        .where('incident_id', '=', incidentId)
        .execute()
      expect(sources).toEqual([])
      expect(await read.selectFrom('todos').select('id').execute()).toEqual([])
      const said = read.selectFrom('record_messages').select('author').where('author', '=', 'U0PARTNER2')
      expect(await said.execute()).toHaveLength(1)
    })
  })

  describe('a channel that is shared with another company', () => {
    const shared = setStage(database, { notify: [{ broadcast: ['C0EXTPARTNER', '#incidents'] }] })

    test('whoever would be told there is warned: in the form, in the receipt and on the card', async () => {
      await shared.driver.workspace({ connect: true })
      await shared.as('tanaka').says('#ext-partner', '@sssbot 助けて')
      await shared.quiet()
      await shared.as('tanaka').do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const { id } = await shared.as('tanaka').form()
      await shared.as('tanaka').do({ do: 'click', view_id: id, action_id: 'incident.declare.service', value: 'a' })
      await shared.until(async () =>
        words(await shared.as('tanaka').form()).includes('他社の人もいるチャンネルに周知します') ? true : undefined,
      )
      const name = await shared.as('tanaka').declares()
      expect(words(await shared.as('tanaka').form())).toContain('他社の人もいるチャンネルに周知します: <#C0EXTPARTNER>')
      expect(words(inSlot(await shared.channel(name), 'card'))).toContain('他社の人もいるチャンネルに周知しています')
    })
  })

  describe('guests', () => {
    test('see only the incidents that they take part in, in lists and on their home page', async () => {
      await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const name = await stage.as('sato').declares({ summary: '検索が遅い', service: 'b' })
      expect(words(await homeOf('guest-mori'))).not.toMatch(/決済|検索/)
      const { id } = await stage.channel(name)
      await stage.as('sato').do({ do: 'invite', channel: id, users: ['guest-mori'] })
      await stage.quiet()
      const home = words(await homeOf('guest-mori'))
      expect(home).toContain('検索が遅い')
      expect(home).not.toContain('決済')
      expect(words(await homeOf('ito'))).toContain('決済が遅い')
    })
  })

  describe('where the settings say so', () => {
    const open = setStage(database, { access: { guests: 'everything' } })

    test('guests see every public incident, and no private one', async () => {
      await open.as('tanaka').declares({ summary: '決済が遅い' })
      await open.as('tanaka').declares({ summary: '名簿の件', visibility: 'private' })
      await open.as('guest-mori').do({ do: 'open_home' })
      await open.quiet()
      const home = words((await open.state()).homes.U0GUESTMORI)
      expect(home).toContain('決済が遅い')
      expect(home).not.toContain('非公開')
    })
  })
})
