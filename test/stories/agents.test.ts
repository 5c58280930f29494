import { expect, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { setAgents, shared } from './agents-stage.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(240_000) })

const minute = 60_000

forEachDatabase((database) => {
  const { stage, call, tokenFor, triesEachVerb } = setAgents(database)

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
    expect(said).toContain('報告: 監視 Grafana')
    expect(said).toContain('依頼: 監視 Grafana')
    expect(said).toContain('監視 Grafana asks you to take the role of *Scribe*')
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

  // The other states follow in the long run.
  test('while it is responded to each verb is done in its name, or refused in words', async () => {
    expect(await triesEachVerb('responding')).toBeGreaterThan(10)
  })
})
