import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minuteMs = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const invitation = async () => inSlot(await stage.channel('general'), 'invitation')
  const asks = async () => {
    await stage.as('tanaka').says('#general', '@sssbot 変です')
    await stage.quiet()
  }
  const opens = async (handle: string) => {
    const person = stage.as(handle)
    await person.presses('general', await invitation(), 'incident.declare.open')
    await stage.quiet()
    return person
  }

  describe('while somebody fills the form in, the invitation says so', () => {
    test('until the form is closed', async () => {
      await asks()
      const sato = await opens('sato')
      expect(words(await invitation())).toContain('<@U0SATO> が記入中です')
      await sato.do({ do: 'close', view_id: (await sato.form()).id })
      await stage.quiet()
      expect(words(await invitation())).not.toContain('記入中')
      expect(words(await invitation())).toContain('迷ったら宣言してください')
    })

    test('until it is sent, and then who declared it and where', async () => {
      await asks()
      const sato = await opens('sato')
      await sato.sends({ service: 'a', summary: 'ログインできない' })
      await stage.quiet()
      expect(words(await invitation())).not.toContain('記入中')
      expect(words(await invitation())).toContain('<@U0SATO> が宣言しました')
    })

    everywhere('until ten minutes have passed; an unfinished form is no incident', async () => {
      await asks()
      await opens('sato')
      await stage.pass(9 * minuteMs)
      expect(words(await invitation())).toContain('<@U0SATO> が記入中です')
      await stage.pass(2 * minuteMs)
      expect(words(await invitation())).not.toContain('記入中')
      expect((await stage.state()).channels.filter((each) => each.name.startsWith('サービスa-2026'))).toEqual([])
      // Whoever comes back after all sends it as ever.
      await stage.as('sato').sends({ service: 'a', summary: 'やっぱり障害' })
      await stage.quiet()
      expect(words(await invitation())).toContain('<@U0SATO> が宣言しました')
    })

    test('of several people each goes as they finish', async () => {
      await asks()
      await opens('sato')
      const bob = await opens('bob')
      expect(words(await invitation())).toContain('<@U0SATO>、<@U0BOB> が記入中です')
      await stage.as('sato').sends({ service: 'a', summary: 'ログインできない' })
      await stage.quiet()
      expect(words(await invitation())).toContain('<@U0BOB> が記入中です')
      expect(words(await invitation())).not.toContain('<@U0SATO> が記入中')
      await bob.do({ do: 'close', view_id: (await bob.form()).id })
      await stage.quiet()
      expect(words(await invitation())).not.toContain('記入中')
    })

    test('and joining another one is finishing too', async () => {
      const name = await stage.as('suzuki').declares({ summary: '決済が遅い' })
      await asks()
      const yamada = await opens('yamada')
      const { read } = stage.bot.app.world.db
      const { id } = await read.selectFrom('incidents').select('id').executeTakeFirstOrThrow()
      const view_id = (await yamada.form()).id
      await yamada.do({ do: 'click', view_id, action_id: 'incident.declare.service', value: 'a' })
      await stage.until(async () => (words(await yamada.form()).includes('決済が遅い') ? true : undefined))
      await yamada.do({ do: 'click', view_id, action_id: 'incident.declare.join', value: id })
      await stage.quiet()
      expect((await stage.channel(name)).members).toContain('U0YAMADA')
      expect(words(await invitation())).not.toContain('記入中')
    })
  })

  if (database !== 'PGlite') {
    test('who was writing is still said after a restart, and still ends after ten minutes', async () => {
      await asks()
      await opens('sato')
      await stage.restart()
      expect(words(await invitation())).toContain('<@U0SATO> が記入中です')
      await stage.pass(11 * minuteMs)
      expect(words(await invitation())).not.toContain('記入中')
    })
  }
})
