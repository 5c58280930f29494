import { expect } from 'vitest'
import { openActions } from '../../src/rooms/actions/index.ts'
import { followEdit } from '../../src/rooms/record/conversation/follow.ts'
import { heardOf } from '../../src/rooms/record/talk.ts'
import { words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  test('a message that is edited in the very second in which a link in it got its preview says what it says now', async () => {
    const name = await stage.as('tanaka').declares()
    const { id: channel } = await stage.channel(name)
    const ts = await stage.as('sato').says(name, 'https://example.com/障害')
    await stage.quiet()
    const { world } = stage.bot.app
    const second = ts.split('.')[0]
    const hear = async (event: object) => {
      const heard = heardOf({ type: 'message', subtype: 'message_changed', channel, ...event })
      if (heard?.is === 'edited') await followEdit(world, heard, heard.reading)
    }
    const message = { ts, user: 'U0SATO', text: '<https://example.com/障害>' }
    const preview = [{ from_url: 'https://example.com/障害', title: '障害', fallback: '障害' }]
    await hear({ ts: `${second}.900100`, message: { ...message, attachments: preview } })
    const edited = { ...message, text: '直しました', edited: { user: 'U0SATO', ts: `${second}.000000` } }
    await hear({ ts: `${second}.900200`, message: edited })
    const row = await world.db.read
      .selectFrom('record_messages')
      .select(['words', 'edited_ts'])
      .where('ts', '=', ts)
      .executeTakeFirst()
    expect(row).toEqual({ words: '直しました', edited_ts: `${second}.000000` })
    const facts = await world.db.read.selectFrom('facts').select('type').where('type', '=', 'record.edited').execute()
    expect(facts).toHaveLength(1)
    // The preview comes once more, for the edited message.
    await hear({ ts: `${second}.900300`, message: { ...edited, attachments: preview } })
    expect(
      await world.db.read.selectFrom('facts').select('type').where('type', '=', 'record.edited').execute(),
    ).toHaveLength(1)
  })
})

forEachDatabase((database) => {
  const stage = setStage(database)

  test('what a message refers to is named in the timeline and in action items, also once it is known only later', async () => {
    const name = await stage.as('tanaka').declares()
    const { id: general } = await stage.channel('general')
    const { world } = stage.bot.app
    const group = (await stage.state()).usergroups[0]
    const said = `<#${general}|> と <#C0LATER01> を <!subteam^${group?.id}> と <@U0SATO> で見直す`
    const ts = await stage.as('sato').says(name, said)
    const { id: channel } = await stage.channel(name)
    for (const reaction of ['pushpin', 'bulb']) await stage.as('sato').do({ do: 'react', channel, ts, name: reaction })
    await stage.quiet()
    const told = async () => {
      await stage.as('sato').chooses(name, 'timeline')
      return words(await stage.as('sato').form())
    }
    const titles = async () => (await openActions(world.db.read)).map(({ title }) => title)
    const known = (later: string) => `#general と #${later} を @${group?.handle} と @佐藤 健 で見直す`
    expect(await titles()).toEqual([known('C0LATER01')])
    expect(await told()).toContain(known('C0LATER01'))
    await world.db.transaction((tx) =>
      tx
        .insertInto('directory_channels')
        .values({ id: 'C0LATER01', name: 'later', is_private: false, is_archived: false, is_member: false })
        .execute(),
    )
    expect(await titles()).toEqual([known('later')])
    expect(await told()).toContain(known('later'))
  })

  test('emoji that everybody has show as themselves in the timeline and in action items, a company’s own keep their names', async () => {
    const name = await stage.as('tanaka').declares()
    const ts = await stage.as('sato').says(name, ':rotating_light: <!here> 監視を足す:thinking_face: :partyparrot:')
    const { id: channel } = await stage.channel(name)
    for (const reaction of ['pushpin', 'bulb']) await stage.as('sato').do({ do: 'react', channel, ts, name: reaction })
    await stage.quiet()
    const shown = '🚨 @here 監視を足す🤔 :partyparrot:'
    expect((await openActions(stage.bot.app.world.db.read)).map(({ title }) => title)).toEqual([shown])
    await stage.as('sato').chooses(name, 'timeline')
    expect(words(await stage.as('sato').form())).toContain(shown)
  })

  const homeOf = async (handle: string) => {
    await stage.as(handle).do({ do: 'open_home' })
    await stage.quiet()
    return words((await stage.state()).homes[(await stage.as(handle).user()).id])
  }

  test('what somebody was told alone, in a message that Slack may drop, stands on their home tab for a day', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('sato').takesNextStep(name)
    await stage.as('sato').chooses(name, 'claim-role')
    await stage.as('sato').sends({ role: 'responder' })
    await stage.quiet()
    const [warning] = await stage.as('sato').alone(name)
    expect(warning).toBeDefined()
    const home = await stage.until(async () => {
      const shown = await homeOf('sato')
      return shown.includes('あなただけに伝えたこと') ? shown : undefined
    })
    expect(home).toContain(words(warning).split('\n')[0])
    // It is theirs alone.
    expect(await homeOf('alice')).not.toContain('あなただけに伝えたこと')
    // What an open incident is due each hour is no part of it.
    await stage.as('sato').does(name, 'cancel', {})
    await stage.pass(25 * 3_600_000)
    expect(await homeOf('sato')).not.toContain('あなただけに伝えたこと')
  }, 90_000)

  test('whoever comes late finds again on their home tab where it stands how things are', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    await stage.as('sato').takesNextStep(name)
    await stage.pass(6 * 60_000)
    await stage.as('kobayashi').do({ do: 'join', channel: id })
    // Whoever comes with a crowd is told nothing, which shows some seconds later.
    await stage.pass(15_000)
    expect(await homeOf('kobayashi')).toContain(`<#${id}>`)
    expect(await homeOf('kobayashi')).toMatch(/途中から参加しました|in the middle of it/)
  })
})
