import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  let sent = 0

  /** Slack sends something, and the bot deals with it. */
  async function arrives(payload: Record<string, unknown>, type = 'events_api'): Promise<void> {
    sent += 1
    await stage.driver.raw(JSON.stringify({ type, envelope_id: `odd-${sent}`, payload }))
    await stage.quiet()
  }
  const happens = (event: Record<string, unknown>) =>
    arrives({
      type: 'event_callback',
      event_id: `EvODD${sent}`,
      event: { event_ts: `${1796000000 + sent}.000100`, ...event },
    })

  test('emoji of several code points are clipped between them, whatever is full of them, and Slack takes every message', async () => {
    const [family, flag, thumb, rare] = ['👩‍👩‍👧‍👦', '🇯🇵', '👍🏽', '𠮷']
    const since = stage.sandbox.calls.seq
    const name = await tanaka().declares({ summary: family.repeat(180) })
    await tanaka().takesNextStep(name)
    await tanaka().does(name, 'edit-summary', { summary: rare.repeat(290), impact: flag.repeat(700) })
    await tanaka().does(name, 'update', {
      condition: thumb.repeat(700),
      action: rare.repeat(1400),
      need: family.repeat(250),
      next_minutes: '30',
    })
    await tanaka().does(name, 'add-todo', { text: family.repeat(80) })
    const calls = stage.sandbox.calls.after(since)
    expect(calls.filter(({ ok }) => !ok).map(({ method, error }) => [method, error])).toEqual([])
    // Half a sign is written as an escape.
    expect(JSON.stringify(calls)).not.toMatch(/\\ud[89a-f]/i)
    for (const { args } of calls) expect(String(args.text ?? '')).not.toMatch(/\u200d…|\u200d$/u)
  })

  test('events about what nobody knows, or with half of what they should have, change nothing and hold nothing up', async () => {
    const name = await tanaka().declares()
    const { id } = await stage.channel(name)
    const before = words(inSlot(await stage.channel(name), 'card'))
    const here = { channel: id, channel_type: 'channel' }
    for (const event of [
      {
        type: 'reaction_added',
        user: 'U0SATO',
        reaction: 'pushpin',
        item: { type: 'message', channel: id, ts: '1700000000.000001' },
      },
      { type: 'reaction_added', user: 'U0SATO', reaction: 'pushpin', item: { type: 'file', file: 'F1' } },
      { type: 'pin_added', user: 'U0SATO', channel_id: id, item: { type: 'file', file: { id: 'F1' }, created: 1 } },
      { type: 'message', ...here, ts: '1796000000.000108', text: 'who said that?' },
      { type: 'message', subtype: 'message_changed', ...here, ts: '1796000000.000109', message: null },
      { type: 'message', subtype: 'message_deleted', ...here, ts: '1796000000.000110' },
      { type: 'message', subtype: 'message_changed', ...here, ts: '1796000000.000111', message: { ts: 'x', user: 7 } },
      { type: 'member_joined_channel', user: 'W0NOBODY', channel: id, channel_type: 'C', team: 'T0OTHER' },
      { type: 'member_left_channel', user: 'U0NEVERSEEN', channel: id, channel_type: 'C' },
      { type: 'channel_rename', channel: { id: 'C0NEVERSEEN', name: 'x', created: 1 } },
      { type: 'channel_archive', channel: 'C0NEVERSEEN', user: null },
      { type: 'channel_id_changed', old_channel_id: id, new_channel_id: id },
      { type: 'app_home_opened', user: 'U0TANAKA', channel: 'D1', tab: 'messages' },
      { type: 'user_change', user: { id: 'U0SATO' } },
      { type: 'team_join', user: { id: 'U0NEW', name: '', deleted: true, profile: null } },
      { type: 'subteam_members_changed', subteam_id: 'S0NEVER', added_users: ['U0SATO'], added_users_count: '1' },
    ])
      await happens(event)
    expect(words(inSlot(await stage.channel(name), 'card'))).toBe(before)
    await tanaka().takesNextStep(name)
    await stage.quiet()
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('<@U0TANAKA>')
  })

  test('a click without what it is about, from a message of long ago or by nobody, does nothing, and the next one works', async () => {
    const name = await tanaka().declares()
    const { id } = await stage.channel(name)
    const by = { user: { id: 'U0TANAKA', team_id: 'T0SANDBOX01' }, team: { id: 'T0SANDBOX01' }, trigger_id: '1.2.3' }
    const click = {
      type: 'block_actions',
      ...by,
      channel: { id, name },
      container: { type: 'message', message_ts: '1.2', channel_id: id },
    }
    const next = { action_id: 'incident.next', block_id: 'x', type: 'button' }
    const form = { id: 'V1', type: 'modal', blocks: [], private_metadata: '', state: { values: {} } }
    for (const odd of [
      { ...click, actions: [{ ...next, value: 'take-handler' }], channel: null, message: null },
      { ...click, actions: [{ ...next, block_id: 'incident:inc_gone', value: 'constructor' }] },
      { ...click, actions: [{ ...next, value: 'recover' }], user: { id: 'U0NEVERSEEN', team_id: 'T0SANDBOX01' } },
      {
        type: 'view_submission',
        ...by,
        view: { ...form, callback_id: 'incident.recover', private_metadata: 'no JSON' },
      },
    ])
      await arrives(odd, 'interactive')
    expect(words(inSlot(await stage.channel(name), 'card'))).not.toContain('復旧しました')
    await tanaka().takesNextStep(name)
    await stage.quiet()
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('<@U0TANAKA>')
  })
})
