import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'
import { formOf } from '../testing/form.ts'

let sandbox: Sandbox

type Answer = { ok: boolean; error?: string } & Record<string, unknown>

async function call(method: string, args: Record<string, unknown> = {}, token = 'xoxb-sandbox'): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${sandbox.url}/api/${method}`, { method: 'POST', headers, body: formOf(args) })
  return (await response.json()) as Answer
}

const idOf = ({ usergroup, reminder }: Answer): string => ((usergroup ?? reminder) as { id: string }).id
const groupsSeen = async () => (await createDriver(sandbox.url).state()).usergroups

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  sandbox.workspace.scopes.push('usergroups:write', 'assistant:write')
})
afterAll(() => sandbox.close())

it('an app makes a user group, fills it, disables it, and people see it', async () => {
  const made = await call('usergroups.create', { name: '当番', handle: 'toban' })
  const usergroup = idOf(made)
  expect(await call('usergroups.create', { name: '当番' })).toMatchObject({ error: 'name_already_exists' })
  expect(await call('usergroups.create', { name: 'x', handle: 'sato' })).toMatchObject({
    error: 'handle_already_exists',
  })
  expect(await call('usergroups.create', { name: 'y', handle: '当 番' })).toMatchObject({ error: 'bad_handle' })
  expect(await call('usergroups.users.update', { usergroup, users: '' })).toMatchObject({ error: 'no_users_provided' })
  expect(await call('usergroups.users.update', { usergroup, users: 'U0NOBODY' })).toMatchObject({
    error: 'invalid_users',
  })
  await call('usergroups.users.update', { usergroup, users: 'U0TANAKA,U0SATO' })
  expect((await groupsSeen()).find(({ handle }) => handle === 'toban')).toMatchObject({ users: ['U0TANAKA', 'U0SATO'] })
  await call('usergroups.disable', { usergroup })
  const listed = async (args = {}) => JSON.stringify(await call('usergroups.list', args))
  expect(await listed()).not.toContain(usergroup)
  expect(await listed({ include_disabled: true })).toContain(usergroup)
  await call('usergroups.enable', { usergroup })
  expect(await listed()).toContain(usergroup)
  expect(await call('usergroups.update', { usergroup: 'S0NONE' })).toMatchObject({ error: 'no_such_subteam' })
  await createDriver(sandbox.url).workspace({ plan: 'free' })
  expect(await call('usergroups.create', { name: 'z' })).toMatchObject({ error: 'plan_upgrade_required' })
  await createDriver(sandbox.url).workspace({ plan: 'paid' })
})

it('a group is made with the scope for it alone', async () => {
  sandbox.workspace.scopes = sandbox.workspace.scopes.filter((scope) => scope !== 'usergroups:write')
  expect(await call('usergroups.create', { name: 'w' })).toMatchObject({
    error: 'missing_scope',
    needed: 'usergroups:write',
  })
})

it('what is a person’s own is done with their token and no bot’s', async () => {
  for (const method of ['search.messages', 'reminders.list', 'dnd.setSnooze'])
    expect(await call(method, { query: 'x', num_minutes: 1 })).toMatchObject({ error: 'not_allowed_token_type' })
})

it('a search finds what the person may read', async () => {
  const driver = createDriver(sandbox.url)
  for (const [as, channel] of [
    ['kobayashi', '#csirt'],
    ['tanaka', '#general'],
  ] as const)
    await driver.act({ as, do: 'post', channel, text: `名簿を ${channel} で確認` })
  const channels = async (token: string) =>
    (
      (await call('search.messages', { query: '名簿 確認' }, token)).messages as {
        matches: { channel: { name: string } }[]
      }
    ).matches.map(({ channel }) => channel.name)
  expect(await channels('xoxp-kobayashi')).toEqual(['general', 'csirt'])
  expect(await channels('xoxp-tanaka')).toEqual(['general'])
  expect(await call('search.messages', { query: '  ' }, 'xoxp-tanaka')).toMatchObject({ error: 'no_query' })
})

it('people put off what they are told, and remind themselves', async () => {
  expect(await call('dnd.endSnooze', {}, 'xoxp-sato')).toMatchObject({ error: 'snooze_end_failed' })
  expect(await call('dnd.setSnooze', { num_minutes: 2_000 }, 'xoxp-sato')).toMatchObject({ error: 'too_long' })
  await call('dnd.setSnooze', { num_minutes: 30 }, 'xoxp-sato')
  expect(await call('dnd.info', { user: 'U0SATO' })).toMatchObject({ snooze_enabled: true })
  const hours = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }
  expect((await call('dnd.teamInfo', { users: 'U0SATO,U0NOBODY' })).users).toEqual({ U0SATO: hours })
  expect(await call('dnd.endDnd', {}, 'xoxp-sato')).toMatchObject({ error: 'not_in_dnd' })
  const reminder = idOf(await call('reminders.add', { text: '報告', time: 600 }, 'xoxp-sato'))
  await call('reminders.complete', { reminder }, 'xoxp-sato')
  expect(await call('reminders.info', { reminder }, 'xoxp-sato')).toMatchObject({
    reminder: { text: '報告', complete_ts: expect.any(Number) },
  })
  expect(await call('reminders.info', { reminder }, 'xoxp-tanaka')).toMatchObject({ error: 'not_found' })
  expect(await call('reminders.add', { text: 'x', time: 'tomorrow' }, 'xoxp-sato')).toMatchObject({
    error: 'cannot_parse',
  })
})

it('an assistant’s status is checked, and no function is awaited', async () => {
  const thread = { channel_id: 'C0GENERAL', thread_ts: '1.1', status: 'x' }
  expect(await call('assistant.threads.setStatus', thread)).toMatchObject({ error: 'invalid_thread_ts' })
  expect(await call('assistant.threads.setStatus', { ...thread, channel_id: 'C0NONE' })).toMatchObject({
    error: 'channel_not_found',
  })
  expect(await call('functions.completeSuccess', { function_execution_id: 'Fx1', outputs: '{}' })).toMatchObject({
    error: 'function_execution_not_found',
  })
})

it('words of /me stand in the channel as such', async () => {
  const { ts } = await call('chat.meMessage', { channel: 'C0GENERAL', text: '調べています' })
  const seen = (await createDriver(sandbox.url).messages('general')).find((each) => each.ts === ts)
  expect(seen).toMatchObject({ text: '調べています', subtype: 'me_message' })
  expect(await call('chat.meMessage', { channel: 'C0GENERAL', text: ' ' })).toMatchObject({ error: 'no_text' })
})
