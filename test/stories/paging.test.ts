import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect } from 'vitest'
import { openPagerService, type PagerService } from './pager.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const secret = 'a secret of the company'
const routingKey = '0123456789abcdef0123456789abcdef'
const secrets = { ONCALL_SECRET: secret, DUTY_KEY: routingKey }

/** The settings: a webhook for every incident, PagerDuty for the severe ones. */
const withPagers = (oncall: string, duty: string) => ({
  pagers: {
    oncall: { kind: 'webhook', url: oncall, secret_env: 'ONCALL_SECRET' },
    duty: { kind: 'pagerduty', url: duty, routing_key_env: 'DUTY_KEY' },
  },
  notify: [
    { broadcast: ['#incidents'], page: ['oncall'] },
    { when: { at_least: 'level4' }, page: ['duty'] },
    { when: { visibility: 'private' }, page: ['oncall'] },
  ],
})

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, secrets)
  let oncall: PagerService
  let duty: PagerService
  beforeEach(async () => {
    oncall = await openPagerService()
    duty = await openPagerService()
    await stage.bot.configure(withPagers(oncall.url, duty.url))
  })
  afterEach(async () => {
    await oncall.close()
    await duty.close()
  })
  const events = (service: PagerService) => service.calls.map(({ said }) => said.event ?? said.event_action)
  const card = async (name: string) => words(inSlot(await stage.channel(name), 'card'))
  const verb = async (name: string, which: string, values: Record<string, unknown> = {}) => {
    await stage.as('tanaka').chooses(name, which)
    await stage.as('tanaka').sends(values)
    await stage.quiet()
  }

  test('the policy calls a signed webhook, with all that whoever wakes up needs, and the card says so', async () => {
    const name = await stage.as('tanaka').declares({ summary: 'ログイン\nできない' })
    const [call] = oncall.calls
    const { id } = await stage.channel(name)
    expect(call?.said).toMatchObject({
      version: 1,
      event: 'trigger',
      incident: {
        private: false,
        link: `https://slack.com/app_redirect?channel=${id}`,
        kind: 'real',
        service: { key: 'a', name: 'サービスA' },
        level: null,
        summary: 'ログイン\nできない',
      },
    })
    const timestamp = call?.headers['x-sssbot-timestamp']
    const mac = createHmac('sha256', secret).update(`v1:${timestamp}:${call?.body}`).digest('hex')
    expect(call?.headers['x-sssbot-signature']).toBe(`v1=${mac}`)
    expect(call?.headers['idempotency-key']).toMatch(/^page_/)
    expect(Number(timestamp) * 1000).toBe(Math.floor(stage.clock.now().getTime() / 1000) * 1000)
    expect(await card(name)).toContain('呼び出し: oncall 送信済み')
    await stage.pass(60_000)
    expect(oncall.calls).toHaveLength(1)
    expect(duty.calls).toEqual([])
    expect(stage.log.join()).not.toContain(secret)
  })

  test('PagerDuty hears of a severe level, of who leads, and of the end, as one incident', async () => {
    const name = await stage.as('tanaka').declares({ summary: '全社で使えない' })
    await verb(name, 'set-level', { level: 'level5' })
    expect(duty.calls[0]?.said).toMatchObject({
      routing_key: routingKey,
      event_action: 'trigger',
      payload: { summary: 'サービスA: 全社で使えない', source: 'サービスA', severity: 'critical', component: 'a' },
    })
    await stage.as('sato').chooses(name, 'take-handler')
    await stage.quiet()
    await verb(name, 'recover')
    expect(events(duty)).toEqual(['trigger', 'acknowledge', 'resolve'])
    expect(events(oncall)).toEqual(['trigger', 'acknowledge', 'resolve'])
    expect(new Set(duty.calls.map(({ said }) => said.dedup_key)).size).toBe(1)
    expect(await card(name)).toContain('duty 終了を通知済み')
    expect(stage.log.join()).not.toContain(routingKey)

    await verb(name, 'reopen', { reason: '再発' })
    expect(events(duty)).toEqual(['trigger', 'acknowledge', 'resolve', 'trigger'])
  })

  test('cancelled, it is resolved', async () => {
    const name = await stage.as('tanaka').declares()
    await verb(name, 'cancel', { reason: '誤報' })
    expect(events(oncall)).toEqual(['trigger', 'resolve'])
  })

  test('a drill calls nobody, unless a rule names its kind', async () => {
    await stage.as('tanaka').declares({ kind: 'drill' })
    expect(oncall.calls).toEqual([])
    const { pagers } = withPagers(oncall.url, duty.url)
    await stage.bot.configure({ pagers, notify: [{ when: { kind: 'drill' }, page: ['duty'] }] })
    await stage.as('tanaka').declares({ kind: 'drill', summary: '想定' })
    expect(duty.calls[0]?.said).toMatchObject({ payload: { summary: '【訓練】サービスA: 想定' } })
  })

  test('of a private incident only the id and the link go out', async () => {
    await stage.as('tanaka').declares({ visibility: 'private', summary: '内部不正の疑い' })
    const [call] = oncall.calls
    const incident = call?.said.incident as Record<string, unknown>
    expect(Object.keys(incident).toSorted()).toEqual(['id', 'link', 'private'])
    expect(call?.body).not.toMatch(/内部不正|サービス|"a"/)
  })

  describe('what does not come through', () => {
    everywhere(
      'comes again: 503, then a lost connection, then 429 with its patience; once in effect, under one key',
      async () => {
        oncall.answers(503, 'hang-up', (response) => response.writeHead(429, { 'retry-after': '120' }).end())
        const name = await stage.as('tanaka').declares()
        expect(oncall.calls).toHaveLength(1)
        await stage.pass(4_000)
        expect(oncall.calls).toHaveLength(1)
        await stage.pass(1_000)
        expect(oncall.calls).toHaveLength(2)
        await stage.pass(10_000)
        expect(oncall.calls).toHaveLength(3)

        // Three times in vain: whoever reads it can take up a telephone.
        const channel = await stage.channel(name)
        expect(words(inSlot(channel, 'announce:paging.delayed:1'))).toContain('呼び出しがまだ届きません')
        expect(words(inSlot(channel, 'card'))).toContain('電話などで直接呼んでください')

        await stage.pass(119_000)
        expect(oncall.calls).toHaveLength(3)
        await stage.pass(1_000)
        expect(oncall.calls).toHaveLength(4)
        expect(new Set(oncall.calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
        expect(new Set(oncall.calls.map(({ headers }) => headers['x-sssbot-timestamp'])).size).toBe(4)
        expect(await card(name)).toContain('oncall 送信済み')
        expect(await card(name)).not.toContain('直接呼んでください')
      },
    )

    test('a service that never answers is left after ten seconds, and asked again', async () => {
      oncall.answers('never')
      const declared = stage.as('tanaka').declares()
      await stage.until(() => (oncall.calls.length === 1 ? true : undefined))
      await stage.clock.advanceBy(10_000)
      const name = await declared
      await stage.pass(5_000)
      expect(oncall.calls).toHaveLength(2)
      expect(await card(name)).toContain('oncall 送信済み')
    })

    test('a refusal is final, is told at once, and hinders nothing else', async () => {
      oncall.answers(401)
      const name = await stage.as('tanaka').declares()
      const channel = await stage.channel(name)
      expect(words(inSlot(channel, 'announce:paging.failed:1'))).toContain('呼び出せませんでした')
      expect(words(inSlot(channel, 'card'))).toContain('HTTP 401')
      inSlot(await stage.channel('incidents'), 'broadcast:')
      await stage.pass(10 * 60_000)
      expect(oncall.calls.map(({ headers, said }) => [headers['idempotency-key'], said.event])).toHaveLength(1)
      // Nobody was woken, so nobody need hear of the end.
      await verb(name, 'recover')
      expect(oncall.calls).toHaveLength(1)
    })

    everywhere('a redirect is not followed: what is signed goes where the settings say', async () => {
      oncall.answers((response) => response.writeHead(307, { location: duty.url }).end())
      await stage.as('tanaka').declares()
      expect(duty.calls).toEqual([])
    })

    test('a page that is overtaken by the end is not sent any more', async () => {
      oncall.answers(503)
      const name = await stage.as('tanaka').declares()
      await verb(name, 'cancel', { reason: '誤報' })
      await stage.pass(60_000)
      expect(events(oncall)).toEqual(['trigger', 'resolve'])
    })

    test('a pager that the settings no longer know, or whose secret is gone, is told of', async () => {
      await stage.bot.configure({
        pagers: { oncall: { kind: 'webhook', url: oncall.url, secret_env: 'NOT_THERE' } },
        notify: [{ page: ['oncall'] }],
      })
      const name = await stage.as('tanaka').declares()
      expect(oncall.calls).toEqual([])
      expect(await card(name)).toContain('秘密の環境変数がありません')
    })
  })

  everywhere('while Slack makes no channel the page does not wait for it', async () => {
    await stage.driver.fault({ method: 'conversations.create', times: 30, error: 'internal_error' })
    const tanaka = stage.as('tanaka')
    await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    await tanaka.sends({ service: 'a', summary: 'Slack も不調' })
    await stage.until(async () => {
      await stage.clock.advanceBy(15_000)
      return oncall.calls.length > 0 ? true : undefined
    })
    expect(oncall.calls[0]?.said).toMatchObject({ event: 'trigger', incident: { link: null } })
    await stage.driver.clearFaults()
    await stage.quiet()
    expect(oncall.calls).toHaveLength(1)
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL', {}, undefined, secrets)
  let oncall: PagerService
  beforeEach(async () => {
    oncall = await openPagerService()
  })
  afterEach(() => oncall.close())

  test('what was still to be sent when the bot went down is sent when it is back', async () => {
    await stage.bot.configure(withPagers(oncall.url, oncall.url))
    oncall.answers(503)
    const name = await stage.as('tanaka').declares()
    await stage.restart()
    await stage.bot.configure(withPagers(oncall.url, oncall.url))
    await stage.pass(5_000)
    expect(oncall.calls.map(({ headers }) => headers['idempotency-key'])).toEqual(
      Array(2).fill(oncall.calls[0]?.headers['idempotency-key']),
    )
    expect((await stage.channel(name)).messages.flatMap((each) => slotOf(each) ?? [])).toContain('card')
  })
})
