import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const settings = {
  functions: {
    database: { name: { ja: 'データベース', en: 'Database' }, people: ['@suzuki'], channels: [] },
    nobody: { name: { ja: '空席', en: 'Vacant' }, people: ['@not-there'] },
  },
}

const answer = z.looseObject({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }).optional(),
})

/** What an answer says, in short: its status, and of a refusal its code and field. */
type Answered = [status: number, code?: string | undefined, field?: string | undefined]

forEachDatabase((database) => {
  const stage = setStage(database, settings, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (incident: string, verb: string, actor: string, body: object = {}): Promise<Answered> => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${incident}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'ja', 'content-type': 'application/json' },
      body: JSON.stringify({ actor, ...body }),
    })
    const { error } = answer.parse(await answered.json())
    await stage.quiet()
    return error ? [answered.status, error.code, error.field] : [answered.status]
  }
  const declared = async (values: Record<string, unknown> = {}) => {
    const name = await stage.as('tanaka').declares(values)
    return { name, incident: await incidentIn(stage, name) }
  }
  const card = async (name: string) => words(inSlot(await stage.channel(name), 'card'))
  const said = async (name: string) => words((await stage.channel(name)).messages)
  const offerOf = async (incident: string) => {
    const { read } = stage.bot.app.world.db
    const offers = read.selectFrom('hand_overs').select('id').where('incident_id', '=', incident)
    return (await offers.where('state', '=', 'open').executeTakeFirstOrThrow()).id
  }

  describe('who leads and who does what, over HTTP', () => {
    test('take-handler: one leads, and another is told that somebody does', async () => {
      const { name, incident } = await declared()
      expect(await call(incident, 'take-handler', 'sato')).toEqual([200])
      expect(await card(name)).toContain('<@U0SATO>')
      expect(await call(incident, 'take-handler', 'suzuki')).toEqual([422, 'handler-taken', undefined])
      expect(await call(incident, 'take-handler', 'suzuki', { force: true })).toEqual([400, 'invalid', 'force'])
    })

    test('claim-role and release-role: taken and given back; a role that there is not names its field', async () => {
      const { name, incident } = await declared()
      expect(await call(incident, 'claim-role', 'alice', { role: 'scribe' })).toEqual([200])
      expect(await card(name)).toContain('<@U0ALICE>')
      expect(await call(incident, 'claim-role', 'alice', { role: 'scribe' })).toEqual([422, 'role-held', 'role'])
      expect(await call(incident, 'claim-role', 'alice', { role: 'king' })).toEqual([422, 'role-unknown', 'role'])
      expect(await call(incident, 'claim-role', 'alice')).toEqual([400, 'invalid', 'role'])
      const other = await declared({ summary: '別の障害' })
      expect(await call(other.incident, 'release-role', 'alice', { role: 'scribe' })).toEqual([
        422,
        'role-not-held',
        'role',
      ])
      expect(await call(incident, 'release-role', 'alice', { role: 'scribe' })).toEqual([200])
      expect(await card(name)).not.toContain('<@U0ALICE>')
    })

    test('hand-over, then accept-hand-over: the offer of another incident is none here', async () => {
      const [one, other] = [await declared(), await declared({ summary: '別の障害' })]
      for (const { incident } of [one, other]) {
        expect(await call(incident, 'take-handler', 'tanaka')).toEqual([200])
        expect(await call(incident, 'hand-over', 'tanaka', { to: 'U0SATO', briefing: '再起動は試した' })).toEqual([200])
      }
      expect(await said(one.name)).toContain('再起動は試した')
      expect(await call(one.incident, 'hand-over', 'tanaka', { to: '佐藤さん' })).toEqual([400, 'invalid', 'to'])
      expect(await call(one.incident, 'hand-over', 'tanaka', { to: 'U0TANAKA' })).toEqual([422, 'hand-over-same', 'to'])
      const strange = { hand_over: await offerOf(other.incident) }
      const gone = [422, 'hand-over-gone', 'hand_over']
      expect(await call(one.incident, 'accept-hand-over', 'sato', strange)).toEqual(gone)
      expect(await call(one.incident, 'decline-hand-over', 'sato', strange)).toEqual(gone)
      expect(await call(one.incident, 'accept-hand-over', 'alice')).toEqual([422, 'hand-over-not-yours', undefined])
      expect(await call(one.incident, 'accept-hand-over', 'sato', { hand_over: await offerOf(one.incident) })).toEqual([
        200,
      ])
      expect(await card(one.name)).toContain('<@U0SATO>')
      // The one that is open, where none is named.
      expect(await call(other.incident, 'decline-hand-over', 'sato')).toEqual([200])
      expect(await card(other.name)).toContain('<@U0TANAKA>')
    })

    test('assign-role: asked, declined with a reason, accepted; who has it and what there is not name their field', async () => {
      const { name, incident } = await declared()
      const assign = (actor: string, body: object) => call(incident, 'assign-role', actor, body)
      expect(await assign('sato', { role: 'scribe', to: 'U0ALICE' })).toEqual([200])
      expect(await card(name)).toMatch(/依頼中: .* <@U0ALICE>/)
      expect(await call(incident, 'decline-hand-over', 'alice', { reason: '会議中' })).toEqual([200])
      expect(await said(name)).toContain('理由: 会議中')
      expect(await assign('sato', { role: 'scribe', to: 'U0ALICE', briefing: '14時からの決定を' })).toEqual([200])
      expect(await call(incident, 'accept-hand-over', 'ito')).toEqual([422, 'hand-over-not-yours', undefined])
      expect(await call(incident, 'accept-hand-over', 'alice')).toEqual([200])
      expect(await card(name)).not.toContain('依頼中')
      expect(await assign('sato', { role: 'scribe', to: 'U0ALICE' })).toEqual([422, 'role-held-by', 'to'])
      expect(await assign('sato', { role: 'king', to: 'U0ALICE' })).toEqual([422, 'role-unknown', 'role'])
      expect(await assign('sato', { role: 'scribe', to: 'U0SSSBOT01' })).toEqual([422, 'unable', 'to'])
      expect(await assign('sato', { role: 'scribe', to: 'alice' })).toEqual([400, 'invalid', 'to'])
      // Whoever names themselves is not asked.
      expect(await assign('ito', { role: 'handler', to: 'U0ITO' })).toEqual([200])
      expect(await card(name)).toContain('*ハンドラー* <@U0ITO>')
      expect(await assign('sato', { role: 'deputy', to: 'U0ITO' })).toEqual([422, 'role-beside-lead', 'to'])
      expect(await assign('sato', { role: 'handler', to: 'U0ITO' })).toEqual([422, 'hand-over-same', 'to'])
    })

    test('join: whoever asks is invited; a private incident is not there for those who may not know', async () => {
      const { name, incident } = await declared()
      expect(await call(incident, 'join', 'yamada')).toEqual([200])
      expect((await stage.channel(name)).members).toContain('U0YAMADA')
      const secret = await declared({ summary: '名簿が漏れた', visibility: 'private' })
      expect(await call(secret.incident, 'join', 'yamada')).toEqual([404, 'incident-unknown', undefined])
    })
  })

  describe('calling people, over HTTP', () => {
    test('call-people, on-it and cannot-come: a call of another incident is none here', async () => {
      const [one, other] = [await declared(), await declared({ summary: '別の障害' })]
      const reason = '接続数を見てほしい'
      expect(
        await call(one.incident, 'call-people', 'sato', { function: 'database', people: ['U0ALICE'], reason }),
      ).toEqual([200])
      expect((await stage.channel(one.name)).members).toEqual(expect.arrayContaining(['U0SUZUKI', 'U0ALICE']))
      expect(await call(one.incident, 'call-people', 'sato')).toEqual([422, 'nobody-chosen', 'people'])
      expect(await call(one.incident, 'call-people', 'sato', { function: 'moon' })).toEqual([
        422,
        'function-unknown',
        'function',
      ])
      expect(await call(one.incident, 'call-people', 'sato', { people: ['alice'] })).toEqual([
        400,
        'invalid',
        'people.0',
      ])

      expect(await call(one.incident, 'on-it', 'suzuki', { call: 1 })).toEqual([200])
      expect(await call(one.incident, 'cannot-come', 'alice', { call: '1' })).toEqual([200])
      const roll = words(inSlot(await stage.channel(one.name), 'call:1'))
      expect(roll).toContain('行きます 1人: <@U0SUZUKI>')
      expect(roll).toContain('行けません 1人: <@U0ALICE>')
      expect(roll).not.toContain('返事待ち')
      for (const verb of ['on-it', 'cannot-come']) {
        expect(await call(other.incident, verb, 'suzuki', { call: 1 })).toEqual([422, 'call-unknown', 'call'])
        expect(await call(one.incident, verb, 'suzuki', { call: 'first' })).toEqual([400, 'invalid', 'call'])
        expect(await call(one.incident, verb, 'suzuki', { call: 9_999_999_999 })).toEqual([400, 'invalid', 'call'])
      }
    })

    test('release-people: they are thanked; nobody named is told at the field', async () => {
      const { incident } = await declared()
      expect(await call(incident, 'call-people', 'sato', { people: ['U0ALICE'] })).toEqual([200])
      expect(await call(incident, 'release-people', 'sato', { people: [] })).toEqual([400, 'invalid', 'people'])
      const note = '助かりました'
      expect(await call(incident, 'release-people', 'sato', { people: ['U0ALICE'], note })).toEqual([200])
      expect(JSON.stringify(await stage.as('alice').direct())).toContain(note)
    })
  })

  describe('who else hears of it, over HTTP', () => {
    test('link-channel and unlink-channel: what another incident has linked is not linked here', async () => {
      const [one, other] = [await declared(), await declared({ summary: '別の障害' })]
      const channel = 'C0EXECUTIVES'
      await stage.as('watanabe').do({ do: 'invite', channel, users: ['sato'] })
      const slots = async () => (await stage.channel('executives')).messages.flatMap((each) => slotOf(each) ?? [])
      expect(await call(one.incident, 'link-channel', 'sato', { channel })).toEqual([200])
      expect(await slots()).toContain(`broadcast:${channel}`)
      expect(await call(one.incident, 'link-channel', 'sato', { channel })).toEqual([422, 'link-already', 'channel'])
      expect(await call(one.incident, 'link-channel', 'sato')).toEqual([422, 'link-nothing', 'channel'])
      expect(await call(one.incident, 'link-channel', 'sato', { channel: 'executives' })).toEqual([
        400,
        'invalid',
        'channel',
      ])
      expect(await call(one.incident, 'link-channel', 'sato', { thread: 'あのスレッド' })).toEqual([
        422,
        'link-unreadable',
        'thread',
      ])
      expect(await call(other.incident, 'unlink-channel', 'sato', { channel })).toEqual([
        422,
        'link-unknown',
        'channel',
      ])
      expect(await call(one.incident, 'unlink-channel', 'sato', { channel })).toEqual([200])
      const before = (await slots()).length
      await stage.as('tanaka').does(one.name, 'recover')
      expect(await slots()).toHaveLength(before)
    })
  })

  describe('telling and reminding, over HTTP', () => {
    test('update: the channel reads it, and what it does not say of customers stays; a promise names its field', async () => {
      const { name, incident } = await declared()
      const first = { condition: '調査中', impact: '半分のお客様', next_minutes: 30, support: ['told'] }
      expect(await call(incident, 'update', 'sato', first)).toEqual([200])
      expect(await card(name)).toContain('*お客様への影響* 半分のお客様')
      expect(await call(incident, 'update', 'sato', { condition: '復旧作業中', next_minutes: 'none' })).toEqual([200])
      expect(await card(name)).toContain('*お客様への影響* 半分のお客様')
      expect(await said(name)).toContain('復旧作業中')
      const field = async (body: object) => call(incident, 'update', 'sato', { condition: '調査中', ...body })
      expect(await field({ next_minutes: 0 })).toEqual([400, 'invalid', 'next_minutes'])
      expect(await field({ next_minutes: 'soon' })).toEqual([400, 'invalid', 'next_minutes'])
      expect(await field({ condition: ' ' })).toEqual([400, 'invalid', 'condition'])
      expect(await field({ support: ['asked'] })).toEqual([400, 'invalid', 'support.0'])
      await stage.as('tanaka').does(name, 'cancel', { reason: '誤報' })
      expect(await field({})).toEqual([422, 'move-illegal', undefined])
    })

    test('no-change: the next update is promised for later; a promise that is no more, and none, are told', async () => {
      const { name, incident } = await declared()
      expect(await call(incident, 'no-change', 'sato')).toEqual([422, 'promise-none', undefined])
      const promise = async (minutes: number) =>
        call(incident, 'update', 'sato', { condition: '調査中', next_minutes: minutes })
      expect(await promise(60)).toEqual([200])
      expect(await call(incident, 'no-change', 'sato')).toEqual([422, 'promise-ahead', undefined])
      expect(await promise(10)).toEqual([200])
      const gone = { promised: stage.clock.now().toISOString() }
      expect(await call(incident, 'no-change', 'sato', gone)).toEqual([422, 'promise-gone', 'promised'])
      expect(await call(incident, 'no-change', 'sato', { promised: 'soon' })).toEqual([400, 'invalid', 'promised'])
      expect(await call(incident, 'no-change', 'suzuki')).toEqual([200])
      expect(await said(name)).toContain('変わりなし')
      expect(await card(name)).toMatch(/変わりなし\* （.*<@U0SUZUKI>/)
      await stage.as('tanaka').does(name, 'recover')
      expect(await call(incident, 'no-change', 'sato')).toEqual([422, 'move-illegal', undefined])
    })

    test('timekeeper and snooze: a checkpoint at once, and the next one later; what comes later anyway names its field', async () => {
      const { name, incident } = await declared()
      expect(await call(incident, 'timekeeper', 'sato')).toEqual([200])
      expect(words(inSlot(await stage.channel(name), 'checkpoint:1'))).not.toBe('')
      expect(await call(incident, 'timekeeper', 'sato')).toEqual([422, 'checkpoint-fresh', undefined])

      const reason = 'ベンダーの返事待ち'
      const snooze = async (body: object) => call(incident, 'snooze', 'sato', { reason, ...body })
      expect(await snooze({ minutes: 1 })).toEqual([422, 'snooze-needless', 'minutes'])
      expect(await snooze({ minutes: 'long' })).toEqual([400, 'invalid', 'minutes'])
      expect(await snooze({ minutes: 60, reason: '' })).toEqual([400, 'invalid', 'reason'])
      expect(await snooze({ minutes: 60, reminder: 'todo' })).toEqual([400, 'invalid', 'reminder'])
      expect(await snooze({ minutes: '60' })).toEqual([200])
      expect(await said(name)).toContain(reason)
    })
  })

  test('bring-back: a bot that is there is not asked back', async () => {
    const { incident } = await declared()
    expect(await call(incident, 'bring-back', 'sato')).toEqual([422, 'bot-there', undefined])
  })

  test('a guest who takes no part is answered as everybody is for an incident that there is not', async () => {
    const { incident } = await declared()
    const bodies = {
      'take-handler': {},
      'claim-role': { role: 'scribe' },
      'call-people': { people: ['U0ALICE'] },
      'link-channel': { channel: 'C0EXECUTIVES' },
      update: { condition: '調査中' },
      timekeeper: {},
    }
    for (const [verb, body] of Object.entries(bodies)) {
      const missing = await call('inc_nothing', verb, 'sato', body)
      expect(missing).toEqual([404, 'incident-unknown', undefined])
      expect(await call(incident, verb, 'guest-mori', body)).toEqual(missing)
    }
  })
})
