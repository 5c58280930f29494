import { expect } from 'vitest'
import { incidentIn, keptWords, tablesWith } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  /** Where a few hear of what is private. */
  async function opensRoom() {
    await stage.as('kobayashi').do({ do: 'create', name: 'csirt-room', is_private: true })
    await stage.as('kobayashi').do({ do: 'invite', channel: '#csirt-room', users: ['sssbot'] })
    return stage.channel('csirt-room')
  }

  everywhere(
    'a private incident goes on in its channel when that is shared with another company and has another id',
    async () => {
      const room = await opensRoom()
      // One by its id, as whoever set it up copied it from Slack.
      await stage.bot.configure({ notify: [{ when: { visibility: 'private' }, broadcast: [room.id] }] })
      const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
      await stage.as('kobayashi').takesNextStep(name)
      await stage.quiet()
      const before = await stage.channel(name)
      await stage.as('kobayashi').do({ do: 'share', channel: `#${name}` })
      await stage.as('kobayashi').do({ do: 'share', channel: '#csirt-room' })
      await stage.quiet()
      const after = await stage.channel(name)
      expect(after.id).not.toBe(before.id)

      const ts = await stage.as('kobayashi').says(`#${name}`, '委託先が止めた')
      await stage.as('kobayashi').do({ do: 'react', channel: `#${name}`, ts, name: 'pushpin' })
      expect(await stage.as('kobayashi').does(name, 'recover', { permanence: 'permanent' })).toEqual({})
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('復旧')
      expect(await keptWords(stage, name)).toContain('委託先が止めた')
      // The settings name the old id still, and mean the same channel.
      const told = (await stage.channel('csirt-room')).messages.filter((each) => slotOf(each)?.startsWith('broadcast:'))
      expect(told).toHaveLength(1)
      expect(words(told[0])).toContain('復旧')

      const left = ['public.facts', 'public.former_channel_ids']
      for (const id of [before.id, room.id]) {
        const tables = await tablesWith(stage, id)
        expect(tables.filter((each) => !left.includes(each))).toEqual([])
      }
      const facts = await stage.bot.app.world.db.read
        .selectFrom('facts')
        .select(['type', 'data'])
        .where('subject', '=', `incident:${await incidentIn(stage, name)}`)
        .execute()
      expect(facts.filter(({ data }) => JSON.stringify(data).includes(before.id))).toEqual([
        { type: 'channel.id_changed', data: { from: before.id, to: after.id } },
      ])
    },
  )

  /** Slack calls a channel by another id, and has not told so yet; answers what tells it. */
  async function renumbers(name: string, id: string): Promise<() => void> {
    const { workspace } = stage.sandbox
    const channel = workspace.channel((await stage.channel(name)).id)
    if (!channel) throw new Error(`There is no #${name}`)
    const ids = { old_channel_id: channel.id, new_channel_id: id }
    workspace.changeChannelId(channel, id)
    return () => workspace.happened({ type: 'channel_id_changed', ...ids, event_ts: workspace.newTs() }, channel)
  }

  test('what Slack refused under the old id comes under the new one, nothing is taken back, and what was said meanwhile is read', async () => {
    const room = await opensRoom()
    await stage.bot.configure({ notify: [{ when: { visibility: 'private' }, broadcast: [room.id] }] })
    const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
    await stage.as('kobayashi').takesNextStep(name)
    await stage.quiet()
    const tells = [await renumbers(name, 'C0SHAREDNOW'), await renumbers('csirt-room', 'C0ROOMNOW01')]
    await stage.as('kobayashi').says(`#${name}`, '誰か見ていますか')
    await stage.as('kobayashi').chooses(name, 'recover')
    await stage.as('kobayashi').sends({ permanence: 'permanent' })
    const refused = async (method: string) =>
      (await stage.driver.calls()).some((each) => each.method === method && each.error === 'channel_not_found')
    await stage.until(async () => ((await refused('chat.update')) && (await refused('chat.postMessage'))) || undefined)
    expect(await keptWords(stage, name)).not.toContain('誰か見ていますか')
    for (const tell of tells) tell()
    await stage.quiet()
    await stage.pass(60_000)
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('復旧')
    expect(words(inSlot(await stage.channel('csirt-room'), 'broadcast:'))).toContain('復旧')
    expect(await keptWords(stage, name)).toContain('誰か見ていますか')
    expect(words(inSlot(await stage.channel(name), 'card'))).not.toContain('見つからない')
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')

  test('a channel whose new id nobody told, because the bot was away, is found again by its name', async () => {
    const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
    await stage.as('kobayashi').takesNextStep(name)
    await stage.quiet()
    const before = (await stage.channel(name)).id
    const { workspace } = stage.sandbox
    await stage.restart(() => {
      const channel = workspace.channel(before)
      if (channel) workspace.changeChannelId(channel, 'C0SHAREDNOW')
    })
    await stage.pass(60_000)
    expect(await stage.as('kobayashi').does(name, 'recover', { permanence: 'permanent' })).toEqual({})
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('復旧')
    const ts = await stage.as('kobayashi').says(`#${name}`, '委託先が止めた')
    await stage.quiet()
    expect(ts).not.toBe('')
    expect(await keptWords(stage, name)).toContain('委託先が止めた')
    expect(await tablesWith(stage, before)).toEqual(['public.facts', 'public.former_channel_ids'])
  })

  test('a channel of that name that people made after it was deleted is none of the incident’s', async () => {
    const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
    await stage.as('kobayashi').takesNextStep(name)
    await stage.quiet()
    const before = (await stage.channel(name)).id
    const { workspace } = stage.sandbox
    await stage.restart(() => {
      const channel = workspace.channel(before)
      if (!channel) return
      workspace.changeChannelId(channel, 'C0OTHERNOW0')
      channel.creator = 'U0SUZUKI'
    })
    await stage.pass(60_000)
    expect(await tablesWith(stage, 'C0OTHERNOW0')).not.toContain('public.incident_channels')
  })

  test('a channel in which incidents are told is found again by the news that stands in it, and no other of its name', async () => {
    const { workspace } = stage.sandbox
    for (const [news, id] of [
      ['its', 'C0ROOMNOW01'],
      ['none', 'C0ROOMNOW02'],
    ] as const) {
      await stage.as('kobayashi').do({ do: 'create', name: `room-${news}`, is_private: true })
      await stage.as('kobayashi').do({ do: 'invite', channel: `#room-${news}`, users: ['sssbot'] })
      const room = (await stage.channel(`room-${news}`)).id
      await stage.bot.configure({ notify: [{ when: { visibility: 'private' }, broadcast: [room] }] })
      const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
      await stage.quiet()
      await stage.restart(() => {
        const channel = workspace.channel(room)
        if (!channel) return
        workspace.changeChannelId(channel, id)
        if (news === 'none') channel.messages.clear()
      })
      await stage.pass(60_000)
      expect((await tablesWith(stage, id)).includes('public.assembled_channels'), news).toBe(news === 'its')
      if (news === 'none') continue
      expect(await stage.as('kobayashi').does(name, 'recover', { permanence: 'permanent' })).toEqual({})
      expect(words(inSlot(await stage.channel('room-its'), 'broadcast:'))).toContain('復旧')
    }
  })
})
