import { expect } from 'vitest'
import { incidentIn, keptWords, tablesWith } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  everywhere(
    'a private incident goes on in its channel when that is shared with another company and has another id',
    async () => {
      await stage.as('kobayashi').do({ do: 'create', name: 'csirt-room', is_private: true })
      await stage.as('kobayashi').do({ do: 'invite', channel: '#csirt-room', users: ['sssbot'] })
      const room = await stage.channel('csirt-room')
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

  test('what was said under the new id before the bot knew of it is read afterwards, and what failed meanwhile comes', async () => {
    const name = await stage.as('kobayashi').declares({ summary: '委託先からの流出', visibility: 'private' })
    await stage.as('kobayashi').takesNextStep(name)
    await stage.quiet()
    const before = await stage.channel(name)
    const { workspace } = stage.sandbox
    const shared = workspace.channel(before.id)
    if (!shared) throw new Error('There is no such channel')
    workspace.changeChannelId(shared, 'C0SHAREDNOW')
    await stage.as('kobayashi').says(`#${name}`, '誰か見ていますか')
    await stage.quiet()
    expect(await keptWords(stage, name)).not.toContain('誰か見ていますか')
    const ids = { old_channel_id: before.id, new_channel_id: shared.id }
    workspace.happened({ type: 'channel_id_changed', ...ids, event_ts: workspace.newTs() }, shared)
    await stage.quiet()
    await stage.pass(60_000)
    expect(await keptWords(stage, name)).toContain('誰か見ていますか')
  })
})
