import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const invitationIn = (channel: string): Promise<Message> =>
    stage.until(async () => (await stage.channel(channel)).messages.find((each) => slotOf(each) === 'invitation'))
  const incidentIdOf = async (channel: string) =>
    String(inSlot(await stage.channel(channel), 'card').metadata?.event_payload.incident)
  const belongs = async (handle: string, channel: string, incident: string) => {
    await stage.as(handle).presses(channel, await invitationIn(channel), 'incident.declare.link', incident)
    await stage.quiet()
  }

  describe('a mention that belongs to an open incident', () => {
    everywhere(
      'is linked from where one stands: the thread hears of it, reads who linked it, and undoes it by one press',
      async () => {
        const name = await stage.as('tanaka').declares()
        const root = await stage.as('yamamoto').says('#customer-support', 'ログインできないと連絡が来ています')
        await stage.as('yamamoto').says('#customer-support', '@sssbot これは？', root)
        await stage.quiet()
        await belongs('yamamoto', 'customer-support', await incidentIdOf(name))

        const { id } = await stage.channel(name)
        const invitation = words(await invitationIn('customer-support'))
        expect(invitation).toContain(`<#${id}> で対応しています（つないだ人: <@U0YAMAMOTO>）`)
        expect(invitation).not.toContain('迷ったら宣言')
        expect(invitation).not.toContain('同じ件なら')
        const told = (await stage.channel('customer-support')).messages.filter((each) => each.thread_ts === root)
        const broadcast = told.find((each) => slotOf(each)?.startsWith('broadcast:'))
        expect(broadcast && words(broadcast)).toContain('サービスA')
        expect(words(inSlot(await stage.channel(name), 'announce:assembly.linked'))).toContain('のスレッド')

        if (!broadcast) throw new Error('No broadcast stands in the thread')
        await stage
          .as('nakamura')
          .presses(
            'customer-support',
            broadcast,
            'incident.unlink-channel',
            `${await idOf('customer-support')}:${root}`,
          )
        await stage.quiet()
        expect(words(await invitationIn('customer-support'))).toContain('迷ったら宣言')
      },
    )

    test('in a channel, its news comes into a thread under the mention', async () => {
      const name = await stage.as('tanaka').declares()
      const ts = await stage.as('sato').says('#dev-all', '@sssbot 画面が白いです')
      await stage.quiet()
      await belongs('sato', 'dev-all', await incidentIdOf(name))
      const { messages } = await stage.channel('dev-all')
      const under = messages.filter((each) => each.thread_ts === ts && slotOf(each)?.startsWith('broadcast:'))
      expect(under).toHaveLength(1)
    })

    everywhere('is told to its end where somebody asked, and again where it is taken up once more', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').says('#dev-all', '@sssbot 画面が白いです')
      await stage.quiet()
      await belongs('sato', 'dev-all', await incidentIdOf(name))
      const read = async () => words(await invitationIn('dev-all'))
      await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
      await stage.as('tanaka').does(name, 'recover')
      expect(await read()).toMatch(/この件は復旧しました → .*（つないだ人: <@U0SATO>）/)
      expect(await read()).not.toContain('で対応しています')
      await stage.as('tanaka').does(name, 'complete', { waivers: '来週に行う' })
      expect(await read()).toContain('この件の対応は完了しました')
      await stage.as('tanaka').does(name, 'reopen', { reason: 'また起きた' })
      expect(await read()).toContain('で対応しています')
    })

    test('to two incidents at once', async () => {
      const name = await stage.as('tanaka').declares()
      const other = await stage.as('tanaka').declares({ service: 'b', summary: 'メールが遅い' })
      await stage.as('sato').says('#dev-all', '@sssbot どちらでしょう')
      await stage.quiet()
      await belongs('sato', 'dev-all', await incidentIdOf(name))
      await belongs('sato', 'dev-all', await incidentIdOf(other))
      expect(words(await invitationIn('dev-all')).match(/で対応しています/g)).toHaveLength(2)
    })

    test('a drill is offered where it is told, and not where people report what is real', async () => {
      const drill = await stage.as('tanaka').declares({ kind: 'drill', summary: 'DB が落ちた想定' })
      const id = await incidentIdOf(drill)
      await stage.as('yamamoto').says('#customer-support', '@sssbot 決済が遅いそうです')
      await stage.as('sato').says('#drills', '@sssbot これは？')
      await stage.quiet()
      expect(JSON.stringify(await invitationIn('customer-support'))).not.toContain(id)
      expect(JSON.stringify(await invitationIn('drills'))).toContain(id)
    })

    test('a private one is in no such menu', async () => {
      await stage.as('kobayashi').declares({ visibility: 'private', summary: '漏えいの疑い' })
      await stage.as('sato').says('#dev-all', '@sssbot 何か起きていますか')
      await stage.quiet()
      expect(JSON.stringify(await invitationIn('dev-all'))).not.toContain('incident.declare.link')
    })
  })

  const idOf = async (name: string) => (await stage.channel(name)).id
})
