import { expect, vi } from 'vitest'
import { z } from 'zod'
import { changingCommands } from '../../src/rooms/commands/index.ts'
import { patient } from '../harness/patience.ts'
import { incidentIn } from './conversation.ts'
import { leastFor } from './least.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(240_000) })

const shared = 'the-token-of-the-api'
const minute = 60_000

/** What is somebody's own: a role, a call, an offer, a question, a place that they must be in. An agent has none of these. */
const ofPeople = [
  'accept-hand-over',
  'answer-page',
  'answer-question',
  'bring-back',
  'cannot-come',
  'claim-role',
  'decline-hand-over',
  'dismiss-action',
  'exclude-people',
  'join',
  'link-channel',
  'on-it',
  'pass-question',
  'release-role',
  'settle-action',
  'take-handler',
  'take-todo',
  'unknown-question',
]

forEachDatabase((database) => {
  const stage = setStage(database, { api: { right: 'administrator', may_name_people: true } }, undefined, {
    SSSBOT_API_TOKEN: shared,
  })
  const call = async (token: string, path: string, body: object) => {
    const answer = await fetch(`${stage.bot.app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'ja' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) }
  }
  const tokenFor = async (name: string) => {
    const { body } = await call(shared, '/tokens', { name, right: 'security' })
    return z.object({ token: z.string() }).parse(body).token
  }

  test('an agent writes what people write, and is named with it wherever that stands', async () => {
    const token = await tokenFor('監視 Grafana')
    const channel = await stage.as('tanaka').declares()
    const id = await incidentIn(stage, channel)
    const does = async (verb: string, values: object) => {
      const { status, body } = await call(token, `/incidents/${id}/${verb}`, values)
      expect([verb, status], JSON.stringify(body)).toEqual([verb, 200])
      await stage.quiet()
    }
    await does('update', { condition: '応答時間が 5 秒を超えた', next_minutes: '15' })
    await does('no-change', {})
    await does('add-todo', { text: '接続数を見る', owner: 'U0ITO', minutes: '30' })
    await does('add-action', { title: '上限を設ける', owner: 'U0SATO' })
    await does('call-people', { people: ['U0YAMADA'], reason: '人が足りない' })
    await does('assign-role', { role: 'scribe', to: 'U0ALICE', briefing: '記録をお願いします' })
    await stage.as('sato').takesNextStep(channel)
    await does('hand-over', { to: 'U0ALICE', briefing: '様子を見てください' })
    await does('write-section', { cause: '接続の上限に達した' })
    const entry = await call(token, `/incidents/${id}/timeline`, { words: 'しきい値を超えた' })
    expect(entry.status, JSON.stringify(entry.body)).toBe(201)
    await stage.quiet()
    const { channels } = await stage.state()
    const said = JSON.stringify(channels)
    expect(said).toContain('実施: 監視 Grafana')
    expect(said).not.toContain('agent:')
    expect(said).not.toContain('<@監視')
    expect(words(inSlot(await stage.channel(channel), 'card'))).toContain('監視 Grafana')
    const looks = ['detail', 'timeline', 'postmortem'].map(async (look) => {
      const headers = { authorization: `Bearer ${shared}` }
      return (await fetch(`${stage.bot.app.url}/api/v1/incidents/${id}/${look}?actor=tanaka`, { headers })).text()
    })
    const [detail = '', timeline = '', postmortem = ''] = await Promise.all(looks)
    expect(timeline).toContain('監視 Grafana')
    expect(detail).toContain('監視 Grafana')
    expect(postmortem).not.toContain('agent:')
    // What it promised nobody else owes: nobody of that name is written to.
    await stage.pass(60 * minute)
    const tried = await stage.driver.calls()
    expect(tried.filter(({ args }) => JSON.stringify(args).includes('agent:'))).toEqual([])
  })

  test('at every state each verb is done in its name, or refused in words', async () => {
    const token = await tokenFor('監視 Grafana')
    const made = async (status: string) => {
      const declared = await call(shared, '/incidents', { actor: 'tanaka', service: 'a', summary: `x${Math.random()}` })
      const id = z.object({ id: z.string() }).parse(declared.body).id
      const does = async (verb: string, values: object) =>
        expect((await call(shared, `/incidents/${id}/${verb}`, { actor: 'tanaka', ...values })).status).toBe(200)
      if (status === 'recovered' || status === 'completed') await does('recover', {})
      if (status === 'completed') await does('complete', { waivers: 'x' })
      if (status === 'cancelled') await does('cancel', {})
      return id
    }
    const { db } = stage.bot.app.world
    const wrong: string[] = []
    const done = new Set<string>()
    for (const status of ['responding', 'recovered', 'completed', 'cancelled']) {
      let id: string | undefined
      for (const { does } of changingCommands) {
        id ??= await made(status)
        const { status: code, body } = await call(
          token,
          `/incidents/${id}/${does.name}`,
          does.name === 'write-section' ? { cause: 'x' } : leastFor(does.input),
        )
        const said = `${does.name} of one ${status}: ${code} ${JSON.stringify(body)}`
        const isPersonal = body.code === 'person-needed'
        if (code === 200) {
          done.add(does.name)
          const fact = await db.read
            .selectFrom('facts')
            .select(['actor_kind', 'actor_id'])
            .where('subject', '=', `incident:${id}`)
            .where('actor_kind', '<>', 'bot')
            .orderBy('id', 'desc')
            .limit(1)
            .executeTakeFirst()
          if (fact?.actor_kind !== 'agent' || fact.actor_id !== '監視 Grafana') wrong.push(said)
          id = undefined
        } else if (![403, 404, 422].includes(code) || !body.detail || isPersonal !== ofPeople.includes(does.name)) {
          // Refused for another reason first, it says nothing of who may.
          if (!(ofPeople.includes(does.name) && code === 422)) wrong.push(said)
        }
        await stage.clock.advanceBy(3_000)
      }
    }
    expect(wrong).toEqual([])
    expect(done.size).toBeGreaterThan(15)
  })
})
