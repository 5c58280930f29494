import { afterEach, beforeEach, expect } from 'vitest'
import { openPagerService, type PagerService } from './pager.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const token = 'a-token-for-stories-only'

/** Somebody of the other service, who is in every channel for everybody and has no part in it. */
const outsider = 'suzuki'

/** What nobody outside may read, each word written in another way. */
const secrets = {
  summary: '顧客名簿の持ち出し',
  impact: '三万人分',
  briefing: '退職予定者の端末',
  condition: '調査会社に依頼済み',
  reason: '社長の指示で最優先',
  todo: '端末を差し押さえる',
  said: '本人は否認している',
  marked: 'USBメモリが見つかった',
  merged: '同じ人物の別件',
  waiver: '訴訟は法務が続ける',
}

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token, ONCALL_SECRET: 'secret of the pager' })
  let pager: PagerService
  beforeEach(async () => {
    pager = await openPagerService()
    await stage.bot.configure({
      pagers: { oncall: { kind: 'webhook', url: pager.url, secret_env: 'ONCALL_SECRET' } },
      notify: [
        { broadcast: ['#incidents', '#dev-all'] },
        { when: { at_least: 'level4' }, invite: ['@executives'], broadcast: ['#executives'] },
        { when: { visibility: 'private' }, invite: ['@csirt'], page: ['oncall'] },
      ],
    })
  })
  afterEach(() => pager.close())

  const kobayashi = () => stage.as('kobayashi')
  const does = async (channel: string, verb: string, values?: Record<string, unknown>, who = 'kobayashi') => {
    await stage.as(who).chooses(channel, verb)
    if (values) expect((await stage.as(who).sends(values)).errors, verb).toEqual({})
    await stage.quiet()
  }
  const ask = async (path: string, actor?: string): Promise<string> => {
    const query = actor ? `?actor=${actor}` : ''
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${stage.bot.app.url}/api/v1${path}${query}`, { headers })).text()
  }

  /** All that leaves the house or can be seen by one person who has no part in it, as one text. */
  async function visibleTo(handle: string, incidentId: string): Promise<string> {
    const { id } = await stage.as(handle).user()
    await stage.as(handle).do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
    await stage.as(handle).says('#general', '@sssbot 一覧')
    await stage.as(handle).do({ do: 'open_home' })
    await stage.as(handle).do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    const form = await stage.as(handle).form()
    await stage.as(handle).do({ do: 'click', view_id: form.id, action_id: 'incident.declare.service', value: 'a' })
    await stage.quiet()
    const state = await stage.state()
    const places = state.channels
      .filter((each) => (each.is_im || each.is_private ? each.members.includes(id) : true))
      .map(({ messages, ...channel }) => ({
        ...channel,
        messages: messages.filter((each) => !each.ephemeral_to || each.ephemeral_to === id),
      }))
    const api = await Promise.all([
      ask('/incidents'),
      ask('/incidents', handle),
      ask(`/incidents/${incidentId}`),
      ask(`/incidents/${incidentId}`, handle),
    ])
    const seen = JSON.stringify([places, state.views[id], state.homes[id], api, pager.calls.map(({ body }) => body)])
    await stage.as(handle).do({ do: 'close', view_id: (await stage.as(handle).form()).id })
    return seen + stage.log.join('\n')
  }

  /** Which secrets an outsider reads, with what stands around them. */
  async function leaks(incidentId: string, ...names: string[]): Promise<string[]> {
    const seen = await visibleTo(outsider, incidentId)
    return [...Object.values(secrets), ...names]
      .filter((secret) => seen.includes(secret))
      .map((secret) => seen.slice(Math.max(0, seen.indexOf(secret) - 200), seen.indexOf(secret) + 50))
  }

  const idOf = async (name: string) => {
    const { id } = await stage.channel(name)
    const { db } = stage.bot.app.world
    const row = await db.read
      .selectFrom('incident_channels')
      .select('incident_id')
      .where('channel_id', '=', id)
      .executeTakeFirstOrThrow()
    return row.incident_id
  }

  test('whatever happens to a private incident, nobody outside reads a word of it', { timeout: 120_000 }, async () => {
    const name = await kobayashi().declares({ summary: secrets.summary, visibility: 'private' })
    const incident = await idOf(name)
    const nothingSeen = async (after: string) => expect(await leaks(incident, name), after).toEqual([])
    // The look itself is not blind: whoever is in it sees it.
    expect(await visibleTo('kato', incident)).toContain(secrets.summary)
    await nothingSeen('declaring')

    await does(name, 'take-handler')
    await does(name, 'set-level', { level: 'level5', reason: secrets.reason })
    await does(name, 'edit-summary', { summary: secrets.summary, impact: secrets.impact })
    await nothingSeen('the level and the summary')

    await does(name, 'update', { condition: secrets.condition, action: secrets.reason, impact: secrets.impact })
    await does(name, 'claim-role', { role: 'scribe' }, 'kato')
    await does(name, 'hand-over', { to: 'U0KATO', briefing: secrets.briefing })
    await nothingSeen('the update and the offer')

    await does(name, 'add-todo', { text: secrets.todo, owner: 'U0KATO', minutes: '30' })
    const said = await kobayashi().says(name, `TODO: ${secrets.said}`)
    const marked = await kobayashi().says(name, secrets.marked)
    const { id } = await stage.channel(name)
    await kobayashi().do({ do: 'react', channel: id, ts: marked, name: 'pushpin' })
    await kobayashi().do({ do: 'pin', channel: id, ts: said })
    await stage.quiet()
    await nothingSeen('TODOs and marks')

    await stage.pass(hour)
    await nothingSeen('reminders of what is overdue')

    const other = await kobayashi().declares({ summary: secrets.merged, visibility: 'private' })
    await does(other, 'merge', { into: incident })
    expect(await leaks(incident, name, other), 'the merge').toEqual([])

    await kobayashi().chooses(name, 'recover')
    const refused = await kobayashi().sends({ permanence: 'permanent', postmortem_owner: 'U0SUZUKI' })
    expect(refused.errors).toMatchObject({ postmortem_owner: expect.stringContaining('まだ知らされていません') })
    await kobayashi().sends({ permanence: 'permanent', postmortem_owner: 'U0KATO' })
    await stage.quiet()
    await stage.pass(day)
    await nothingSeen('recovery and the digest')

    await does(name, 'complete', { waivers: secrets.waiver })
    await stage.pass(2.2 * day)
    await nothingSeen('completion and the notice')
    await stage.pass(day)
    expect((await stage.channel(name)).is_archived).toBe(true)
    await nothingSeen('the archive')
    expect(pager.calls.length).toBeGreaterThan(0)
  })

  test('public for a while and private again: then nothing stands outside any more', { timeout: 60_000 }, async () => {
    const name = await kobayashi().declares({ summary: secrets.summary, visibility: 'private' })
    const incident = await idOf(name)
    await does(name, 'set-visibility', { visibility: 'public' })
    expect(await visibleTo(outsider, incident)).toContain(secrets.summary)
    await does(name, 'set-visibility', { visibility: 'private' })
    await does(name, 'update', { condition: secrets.condition, action: secrets.reason, impact: secrets.impact })
    const { id } = await stage.as(outsider).user()
    await stage.as(outsider).do({ do: 'open_home' })
    await stage.quiet()
    const { channels, homes } = await stage.state()
    const outside = channels.filter((each) => !each.is_private && !each.is_im)
    const seen = JSON.stringify([
      outside.map((each) => each.messages.filter((one) => !one.ephemeral_to)),
      homes[id],
      await ask('/incidents', outsider),
    ])
    expect(Object.values(secrets).filter((secret) => seen.includes(secret))).toEqual([])
  })

  test('what had not reached a channel when it became private does not come there afterwards', async () => {
    const name = await stage.as('tanaka').declares({ summary: secrets.summary })
    await stage.driver.fault({ method: 'chat.postMessage', args: { channel: 'C0INCIDENTS' }, http_status: 503 })
    await stage.as('tanaka').chooses(name, 'set-level')
    await stage.as('tanaka').sends({ level: 'level3' })
    await stage.as('tanaka').chooses(name, 'set-visibility')
    await stage.as('tanaka').sends({ visibility: 'private' })
    await stage.driver.clearFaults()
    await stage.pass(10 * minute)
    const slots = (await stage.channel('incidents')).messages.flatMap((each) => slotOf(each) ?? [])
    expect(slots.filter((each) => each.startsWith('announce:incident.level_set'))).toEqual([])
    expect(slots).toContain('broadcast:C0INCIDENTS')
  })

  test('a form and a button from before are no key: they are refused as for an incident that does not exist', async () => {
    const name = await stage.as('tanaka').declares({ summary: secrets.summary })
    await stage.as(outsider).do({ do: 'join', channel: (await stage.channel(name)).id })
    await stage.quiet()
    await stage.as(outsider).chooses(name, 'set-level')
    const form = await stage.as(outsider).form()
    await stage.as(outsider).do({ do: 'leave', channel: (await stage.channel(name)).id })
    await does(name, 'set-visibility', { visibility: 'private' }, 'tanaka')

    const sent = await stage.as(outsider).do({ do: 'submit', view_id: form.id, values: { level: 'level5' } })
    expect(JSON.stringify(sent.ack?.errors)).toContain('見つかりません')
    await stage.as(outsider).do({ do: 'close', view_id: form.id })
    await stage.as(outsider).chooses(name, 'take-handler')
    await stage.quiet()
    const told = [...(await stage.as(outsider).alone(name)), ...(await stage.as(outsider).direct())].map(words)
    expect(told.at(-1)).toBe('そのインシデントは見つかりません。一覧で確かめてください。')
    expect(words((await stage.channel(name)).messages)).not.toContain(`<@U0${outsider.toUpperCase()}> が *ハンドラー*`)

    // Who reads English is refused in English.
    await stage.as('bob').chooses(name, 'take-handler')
    await stage.quiet()
    const bob = [...(await stage.as('bob').alone(name)), ...(await stage.as('bob').direct())].map(words)
    expect(bob.at(-1)).toBe('There is no such incident. Please check the list of incidents.')
  })

  test('whoever is brought into the private channel by hand has the right, until they go', async () => {
    const name = await kobayashi().declares({ summary: secrets.summary, visibility: 'private' })
    const incident = await idOf(name)
    const { id } = await stage.channel(name)
    expect(await ask(`/incidents/${incident}`, 'yamada')).not.toContain(secrets.summary)

    await kobayashi().do({ do: 'invite', channel: id, users: ['yamada'] })
    await stage.quiet()
    expect(await ask(`/incidents/${incident}`, 'yamada')).toContain(secrets.summary)
    await stage.as('yamada').do({ do: 'command', channel: '#general', command: '/incident', text: 'list' })
    await stage.quiet()
    expect(words(await stage.as('yamada').alone('general'))).toContain(id)
    await does(name, 'take-handler', undefined, 'yamada')
    expect(words((await stage.channel(name)).messages)).toContain('<@U0YAMADA> が *ハンドラー*')
    await does(name, 'release-role', { role: 'handler' }, 'yamada')

    await stage.as('yamada').do({ do: 'leave', channel: id })
    await stage.quiet()
    expect(await ask(`/incidents/${incident}`, 'yamada')).not.toContain(secrets.summary)
    // Whom the policy called may not know any longer either: no rule brings them back, but people do.
    await kobayashi().do({ do: 'kick', channel: id, users: ['kato'] })
    await stage.quiet()
    expect(await ask(`/incidents/${incident}`, 'kato')).not.toContain(secrets.summary)
    await does(name, 'set-level', { level: 'level5' })
    expect((await stage.channel(name)).members).not.toContain('U0KATO')
    await kobayashi().do({ do: 'invite', channel: id, users: ['kato'] })
    await stage.quiet()
    expect(await ask(`/incidents/${incident}`, 'kato')).toContain(secrets.summary)
  })

  test('the right is taken away by hand, with a record; people bring them back, no rule does', async () => {
    const name = await kobayashi().declares({ summary: secrets.summary, visibility: 'private' })
    const incident = await idOf(name)
    await does(name, 'take-handler', undefined, 'kato')
    await does(name, 'add-todo', { text: secrets.todo, owner: 'U0KATO', minutes: '30' })
    await kobayashi().chooses(name, 'exclude-people')
    const form = await kobayashi().form()
    expect(JSON.stringify(form)).toContain('<@U0KATO>  設定の規則・ハンドラー')
    expect((await kobayashi().sends({ people: ['U0KATO', 'U0KOBAYASHI', 'U0ITO'] })).errors).toEqual({
      people: expect.stringContaining('誰もいなくなります'),
    })
    expect(words(await stage.as('kato').direct())).not.toBe('')
    expect((await kobayashi().sends({ people: ['U0KATO'], reason: '担当から外れた' })).errors).toEqual({})
    await stage.quiet()
    expect((await stage.channel(name)).members).not.toContain('U0KATO')
    expect(await ask(`/incidents/${incident}`, 'kato')).not.toContain(secrets.summary)
    const said = words((await stage.channel(name)).messages)
    expect(said).toContain('知っている人から外しました')
    expect(said).not.toContain('知っている人: <@U0KATO>')
    expect(await ask(`/incidents/${incident}/timeline`, 'kobayashi')).toContain('知っている人から外した')
    await does(name, 'set-level', { level: 'level5' })
    await stage.pass(hour)
    expect((await stage.channel(name)).members).not.toContain('U0KATO')
    // What they had been told alone is gone too, and nothing comes after it.
    expect(await stage.as('kato').direct()).toEqual([])
    await does(name, 'call-people', { people: ['U0KATO'] })
    expect((await stage.channel(name)).members).toContain('U0KATO')
    expect(await ask(`/incidents/${incident}`, 'kato')).toContain(secrets.summary)
  })

  test('where Slack keeps them in, they have lost the right all the same, and the card says that they still read', async () => {
    const name = await kobayashi().declares({ summary: secrets.summary, visibility: 'private' })
    await stage.driver.fault({ method: 'conversations.kick', error: 'restricted_action' })
    await kobayashi().chooses(name, 'exclude-people')
    expect((await kobayashi().sends({ people: ['U0KATO'] })).errors).toEqual({})
    const card = async () => words(inSlot(await stage.channel(name), 'card'))
    await stage.until(async () => (await card()).includes('<@U0KATO> をチャンネルから出せません') || undefined)
    await stage.as('kato').chooses(name, 'set-level')
    await stage.until(async () => {
      const told = [...(await stage.as('kato').alone(name)), ...(await stage.as('kato').direct())].map(words)
      return told.at(-1)?.includes('見つかりません') || undefined
    })
    await stage.driver.clearFaults()
    stage.slackClock.leap(hour)
    await stage.quiet()
    expect((await stage.channel(name)).members).not.toContain('U0KATO')
    expect(await card()).not.toContain('チャンネルから出せません')
  })
})
