import { expect, it } from 'vitest'
import { inviting } from '../testing/inviting-app.ts'
import { socketStory } from '../testing/test-app.ts'
import type { Json } from '../workspace/json.ts'

/** What the app got of one kind, as it came over the wire. */
function bodies(story: Awaited<ReturnType<typeof socketStory>>, type: string): Json[] {
  const got: Json[] = []
  story.app.use(async ({ body, next }) => {
    const event = 'event' in body ? (body.event as Json) : {}
    if (('type' in body && body.type === type) || event.type === type) got.push(body as unknown as Json)
    await next()
  })
  return got
}

it('people of another company are told by their team, and their clicks come with it', async () => {
  await using story = await socketStory({ workspace: { connect: true } })
  const clicks = bodies(story, 'block_actions')
  const mentions = bodies(story, 'app_mention')
  inviting(story)
  await story.start()
  await story.driver.act({ as: 'partner-2', do: 'post', channel: '#ext-partner', text: '@sssbot help' })
  await expect.poll(async () => (await story.driver.messages('ext-partner')).some(({ bot_id }) => bot_id)).toBe(true)
  const answer = (await story.driver.messages('ext-partner')).find(({ bot_id }) => bot_id)
  const click = { do: 'click', channel: '#ext-partner', ts: answer?.ts, action_id: 'incident.declare.open' } as const
  await story.driver.act({ as: 'partner-2', ...click })
  expect(clicks).toMatchObject([{ user: { id: 'U0PARTNER2', team_id: 'T0PARTNER01' }, team: { id: 'T0SANDBOX01' } }])
  expect(mentions).toMatchObject([{ is_ext_shared_channel: true, event: { team: 'T0PARTNER01' } }])
  const { user } = await story.app.client.users.info({ user: 'U0PARTNER2' })
  expect(user).toMatchObject({ team_id: 'T0PARTNER01', is_stranger: false })
})

it('outsiders without a shared channel are strangers, and what they were in goes when the company is disconnected', async () => {
  await using story = await socketStory({ workspace: { outsiders: 2 } })
  const { user } = await story.app.client.users.info({ user: 'W0PARTNER1' })
  expect(user).toMatchObject({ is_stranger: true })
  await story.driver.workspace({ connect: true })
  const { channels = [] } = await story.app.client.conversations.list({ limit: 1000 })
  const flags = channels.map(({ name, is_ext_shared, is_pending_ext_shared, is_org_shared }) => [
    name,
    [is_ext_shared, is_pending_ext_shared, is_org_shared].map(Number).join(''),
  ])
  expect(Object.fromEntries(flags)).toMatchObject({
    'ext-partner': '100',
    'ext-pending': '010',
    'org-all': '001',
    general: '000',
  })
  await story.driver.workspace({ connect: false, outsiders: 0 })
  await expect(story.app.client.users.info({ user: 'W0PARTNER1' })).rejects.toThrow('user_not_found')
})

it("another app's bot writes as itself, and an incoming webhook as nobody", async () => {
  await using story = await socketStory({ workspace: { other_app: true } })
  const { messages = [] } = await story.app.client.conversations.history({ channel: 'C0SERVICEA' })
  const hook = messages.find(({ bot_id }) => bot_id === 'B0ALERTS001')
  expect(hook).toMatchObject({ subtype: 'bot_message', username: 'alerts', bot_profile: { app_id: 'A0ALERTS001' } })
  expect(hook).not.toHaveProperty('user')
  const heard = bodies(story, 'app_mention')
  await story.start()
  await story.driver.act({ as: 'deploys', do: 'post', channel: '#service-a', text: '@sssbot look' })
  await expect.poll(() => heard).toMatchObject([{ event: { bot_id: 'B0DEPLOYS01', user: 'U0DEPLOYS01' } }])
  const { bot } = await story.app.client.bots.info({ bot: 'B0DEPLOYS01' })
  expect(bot).toMatchObject({ app_id: 'A0DEPLOYS01', name: 'deploys' })
})

it('odd items stand among the usual ones', async () => {
  await using story = await socketStory({ workspace: { oddities: true } })
  const { client } = story.app
  const { members = [] } = await client.users.list({})
  expect(members.find(({ id }) => id === 'U0NOZONE')).toMatchObject({ tz: null })
  expect(members.find(({ id }) => id === 'U0NOPROFILE')).not.toHaveProperty('profile')
  const { channels = [] } = await client.conversations.list({})
  expect(channels.find(({ id }) => id === 'C0ODDROOM')).toMatchObject({ is_channel: false, topic: null })
  const metadata = { event_type: 'of_ours', event_payload: { n: 1 } }
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'pinned', metadata })
  await client.pins.add({ channel: 'C0GENERAL', timestamp: ts })
  const { items = [] } = await client.pins.list({ channel: 'C0GENERAL' })
  const [first, second] = items as unknown as Json[]
  expect(first).toMatchObject({ type: 'message', message: { metadata: { event_type: 'of_ours' } } })
  expect(JSON.stringify(first)).not.toContain('event_payload')
  expect(second).toMatchObject({ type: 'file', file: { mode: 'quip' } })
  const groups = await client.usergroups.list({ include_users: true })
  const stranger = groups.usergroups?.find(({ id }) => id === 'S0ODDGROUP')?.users?.[0] ?? ''
  await expect(client.users.info({ user: stranger })).rejects.toThrow('user_not_found')
})

it('a mention where the bot is not comes late, after an invitation; till then only its author sees an offer', async () => {
  await using story = await socketStory({ workspace: { bot_in: ['#general'] } })
  const heard = bodies(story, 'app_mention')
  await story.start()
  const said = await story.driver.act({ as: 'tanaka', do: 'post', channel: '#service-a', text: '@sssbot 助けて' })
  const offer = (await story.driver.messages('service-a')).find(({ user }) => user === 'USLACKBOT')
  expect(offer).toMatchObject({ ephemeral_to: 'U0TANAKA' })
  expect(heard).toEqual([])
  await story.driver.act({ as: 'tanaka', do: 'invite', channel: '#service-a', users: ['sssbot'] })
  await expect.poll(() => heard).toMatchObject([{ event: { ts: 'ts' in said ? said.ts : '', channel: 'C0SERVICEA' } }])
})
