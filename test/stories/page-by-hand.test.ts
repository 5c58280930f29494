import { afterEach, beforeEach, expect } from 'vitest'
import { openPagerService, type PagerService } from './pager.ts'
import { openPagerDutyApi, type PagerDutyApi } from './pagerduty.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const secrets = { ONCALL_SECRET: 'a secret', DUTY_KEY: 'an integration key', DUTY_READ: 'u+readOnlyKey' }

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, secrets)
  let oncall: PagerService
  let duty: PagerService
  let api: PagerDutyApi
  beforeEach(async () => {
    oncall = await openPagerService()
    duty = await openPagerService()
    api = await openPagerDutyApi()
    api.onCall = [['Suzuki'], ['Takahashi', 'Ito']]
    await stage.bot.configure({
      pagers: {
        oncall: {
          kind: 'webhook',
          url: oncall.url,
          secret_env: 'ONCALL_SECRET',
          name: { ja: '夜間窓口', en: 'Night desk' },
        },
        duty: {
          kind: 'pagerduty',
          url: duty.url,
          routing_key_env: 'DUTY_KEY',
          read_key_env: 'DUTY_READ',
          api_url: api.url,
          escalation_policy: 'PNIGHT',
        },
      },
      functions: { database: { name: { ja: 'データベース', en: 'Database' }, people: ['@suzuki'], page: ['duty'] } },
      notify: [{ broadcast: ['#incidents'] }],
    })
    await stage.quiet()
  })
  afterEach(async () => {
    for (const each of [oncall, duty, api]) await each.close()
  })
  const events = (service: PagerService) => service.calls.map(({ said }) => said.event ?? said.event_action)
  const keys = () => duty.calls.map(({ said }) => said.dedup_key)
  const card = async (name: string) => words(inSlot(await stage.channel(name), 'card'))
  const told = async (name: string, slot: string) => words(inSlot(await stage.channel(name), slot))

  everywhere(
    'whoever is on call is paged from the channel: who that is stands in the form, and what became of it in the channel',
    async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('tanaka').chooses(name, 'page')
      const form = JSON.stringify(await stage.as('tanaka').form())
      expect(form).toContain('いまの当番（duty）: 1番目 Suzuki、2番目 Takahashi、2番目 Ito')
      expect(form).toContain('夜間窓口 の当番は、ここからは分かりません')
      expect(api.asked[0]?.searchParams.get('escalation_policy_ids[]')).toBe('PNIGHT')
      expect(await stage.as('tanaka').sends({ pagers: ['duty'], reason: 'DB に詳しい人が要る' })).toMatchObject({
        errors: {},
      })
      await stage.quiet()
      expect(events(duty)).toEqual(['trigger'])
      expect(await told(name, 'announce:paging.called:1')).toMatch(/当番を呼び出しています.*duty.*DB に詳しい人が要る/s)

      api.alarms.set(String(keys()[0]), { status: 'triggered', asked: ['Suzuki'] })
      await stage.pass(60_000)
      api.alarms.set(String(keys()[0]), { status: 'triggered', asked: ['Takahashi', 'Ito'] })
      await stage.pass(30_000)
      expect(await told(name, 'announce:paging.answered:1')).toContain('次の当番（Takahashi, Ito）を呼び出しています')
      api.alarms.set(String(keys()[0]), { status: 'acknowledged', asked: ['Ito'], by: 'Ito' })
      await stage.pass(30_000)
      expect(await told(name, 'announce:paging.answered:2')).toContain('Ito が呼び出しに応答しました')
      expect(await card(name)).toContain('duty Ito が応答')
      // Answered, it is asked after no more.
      const before = api.asked.filter(({ pathname }) => pathname === '/incidents').length
      await stage.pass(120_000)
      expect(api.asked.filter(({ pathname }) => pathname === '/incidents')).toHaveLength(before)
      expect(stage.log.join()).not.toContain(api.key)
    },
  )

  test('nobody answers: that is told once, and then the same may be paged anew, under a key of its own', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('tanaka').does(name, 'page', { pagers: ['duty'] })
    api.alarms.set(String(keys()[0]), { status: 'triggered', asked: ['Suzuki'] })
    expect(await stage.as('sato').does(name, 'page', { pagers: ['duty'] })).toEqual({
      pagers: expect.stringContaining('いま呼び出し中'),
    })
    await stage.pass(6 * 60_000)
    expect(await told(name, 'announce:paging.answered:1')).toContain('Suzuki から応答がありません')
    expect(await stage.as('sato').does(name, 'page', { pagers: ['duty'] })).toEqual({})
    expect(events(duty)).toEqual(['trigger', 'resolve', 'trigger'])
    expect(keys()[1]).toBe(keys()[0])
    expect(keys()[2]).not.toBe(keys()[0])
    await stage.as('tanaka').does(name, 'recover')
    expect(events(duty).at(-1)).toBe('resolve')
    expect(keys().at(-1)).toBe(keys()[2])
  })

  describe('“Call people”', () => {
    test('takes pagers too, and a function brings its own along', async () => {
      const name = await stage.as('tanaka').declares()
      const reason = 'ロックを見てほしい'
      await stage.as('tanaka').does(name, 'call-people', { function: 'database', pagers: ['oncall'], reason })
      expect(events(duty)).toEqual(['trigger'])
      expect(oncall.calls[0]?.said).toMatchObject({ event: 'trigger', reason })
      expect(await told(name, 'call:1')).toMatch(/データベース.*ロックを見てほしい/s)
      // The call has said why: the news of the page beside it does not say it again.
      expect(await told(name, 'announce:paging.called:1')).not.toContain(reason)
    })

    test('with pagers alone calls nobody in Slack', async () => {
      const name = await stage.as('tanaka').declares()
      expect(await stage.as('tanaka').does(name, 'call-people', { pagers: ['oncall'], reason: '応援' })).toEqual({})
      expect(oncall.calls[0]?.said).toMatchObject({ event: 'trigger', reason: '応援' })
      expect(await told(name, 'announce:paging.called:1')).toContain('夜間窓口')
    })
  })

  everywhere('where the pager does not say it, a person writes down what became of it', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('tanaka').does(name, 'page', { pagers: ['oncall'] })
    await stage.as('sato').does(name, 'answer-page', { pager: 'oncall', answer: 'declined', who: '伊藤' })
    expect(await told(name, 'announce:paging.answered:1')).toContain('伊藤 は対応できません')
    expect(await card(name)).toContain('夜間窓口 伊藤 は対応できないと返事')
  })

  test('of a private incident no reason goes out, and a drill pages under its mark', async () => {
    const secret = await stage.as('tanaka').declares({ visibility: 'private', summary: '内部不正の疑い' })
    await stage.as('tanaka').does(secret, 'page', { pagers: ['oncall'], reason: '経理の横領' })
    expect(oncall.calls[0]?.body).not.toMatch(/横領|内部不正/)
    const drill = await stage.as('tanaka').declares({ kind: 'drill', summary: '想定' })
    await stage.as('tanaka').does(drill, 'page', { pagers: ['duty'] })
    await stage.as('tanaka').does(drill, 'set-level', { level: 'level4' })
    // The policy pages nobody for a drill, and does not end what a person asked for either.
    expect(
      duty.calls.map(({ said }) => [said.event_action, (said.payload as { summary?: string } | undefined)?.summary]),
    ).toEqual([['trigger', '【訓練】サービスA: 想定']])
  })
})
