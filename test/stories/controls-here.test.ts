import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const answered = (handle: string, channel: string) =>
    stage.until(async () => (await stage.as(handle).alone(channel)).at(-1))
  const invitations = async (channel: string) =>
    (await stage.channel(channel)).messages.filter((each) => slotOf(each) === 'invitation')
  /** The action ids of the buttons and menus of a message, as they stand. */
  const controls = ({ blocks }: Message) =>
    [...JSON.stringify(blocks ?? []).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id)

  test('a mention in the channel of an incident shows its controls to whoever asks, and declares nothing', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot')
    const answer = await answered('sato', channel)
    expect(words(answer)).toContain('何をしますか')
    expect(controls(answer)).toEqual([
      'incident.next',
      'incident.menu',
      'incident.update',
      'incident.call-people',
      'incident.timeline',
      'incident.declare.open',
    ])
    await stage.as('sato').presses(channel, answer, 'incident.next')
    await stage.quiet()
    expect(words(inSlot(await stage.channel(channel), 'card'))).toContain('<@U0SATO>')
    await stage.as('sato').presses(channel, answer, 'incident.update')
    expect((await stage.as('sato').form()).callback_id).toBe('incident.update')
    expect(await stage.as('tanaka').alone(channel)).toEqual([])
    expect(await invitations(channel)).toEqual([])
  })

  test('another incident can be declared from there', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot 助けて')
    await stage.as('sato').presses(channel, await answered('sato', channel), 'incident.declare.open')
    expect((await stage.as('sato').form()).callback_id).toBe('incident.declare')
  })

  test('thanks are no request, in whatever channel', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').says(channel, '@sssbot ありがとうございます！')
    await stage.as('sato').says('#service-a', '@sssbot thanks a lot :pray:')
    await stage.quiet()
    expect(await stage.as('sato').alone(channel)).toEqual([])
    expect(await invitations(channel)).toEqual([])
    expect(await invitations('service-a')).toEqual([])
  })

  test('a mention in the thread of a broadcast is about the incident that it tells of', async () => {
    await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const told = inSlot(await stage.channel('incidents'), 'broadcast:')
    await stage
      .as('sato')
      .do({ do: 'join', channel: '#incidents' })
      .catch(() => undefined)
    await stage.as('sato').says('#incidents', '@sssbot いまどうなっていますか', told.ts)
    expect(controls(await answered('sato', 'incidents'))).toContain('incident.update')
    expect(await invitations('incidents')).toEqual([])
  })

  test('a step of a response is taken in its channel: elsewhere one reads which are open, and declares nothing', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const { id } = await stage.channel(channel)
    await stage.as('sato').do({ do: 'command', channel: '#general', command: '/incident', text: '復旧' })
    const answer = words(await answered('sato', 'general'))
    expect(answer).toContain('「復旧を宣言する」は、そのインシデントのチャンネルで行えます')
    expect(answer).toContain(`<#${id}>`)
    await stage.as('bob').says('#general', '@sssbot recover')
    expect(words(await answered('bob', 'general'))).toContain(
      '“Declare recovery” is done in the channel of that incident',
    )
    expect(await invitations('general')).toEqual([])
    expect(
      await stage
        .as('sato')
        .form()
        .catch(() => undefined),
    ).toBeUndefined()
    // What tells of trouble is none, whatever verb is in it.
    await stage.as('sato').says('#general', '@sssbot 決済がまだ復旧しません')
    expect(await stage.until(async () => (await invitations('general'))[0])).toBeDefined()
  })

  test('/incident alone shows them too, in the language of whoever asks', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const bob = stage.as('bob')
    await bob.do({ do: 'join', channel: `#${channel}` }).catch(() => undefined)
    await stage.quiet()
    await bob.do({ do: 'command', channel: `#${channel}`, command: '/incident', text: '' })
    expect(words(await answered('bob', channel))).toContain('What would you like to do about this incident')
  })

  test('in the channel of a private incident they name nothing of it', async () => {
    const summary = '顧客データが見られた'
    const channel = await stage.as('kobayashi').declares({ summary, visibility: 'private' })
    await stage.as('kobayashi').says(channel, '@sssbot')
    const answer = await answered('kobayashi', channel)
    expect(controls(answer)).toContain('incident.update')
    expect(JSON.stringify(answer)).not.toContain(summary)
  })
})
