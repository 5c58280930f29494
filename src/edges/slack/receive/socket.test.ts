import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDatabase, openServer } from '../../../../test/harness/database.ts'
import { systemClock } from '../../../kit/clock.ts'
import type { Database } from '../../../kit/db/index.ts'
import { silentLog } from '../../../kit/log.ts'
import { createInbox, type Inbox } from '../../../rooms/inbox/index.ts'
import { createFakeSlack, type FakeSlack } from './fake-slack.ts'
import { type Arrived, createReceiver, type SlackReceiver } from './index.ts'

let db: Database
let slack: FakeSlack
const running: SlackReceiver[] = []

beforeAll(async () => {
  db = await openServer()
})
afterAll(() => db.close())
beforeEach(async () => {
  await emptyDatabase(db)
  slack = await createFakeSlack()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((receiver) => receiver.stop()))
  await slack.close()
})

const openInbox = () => createInbox({ db, clock: systemClock, log: silentLog })

function open({ inbox = openInbox(), apiUrl = slack.apiUrl }: { inbox?: Inbox; apiUrl?: string } = {}) {
  const seen: Arrived[] = []
  const receiver = createReceiver({
    transport: 'socket',
    appToken: 'xapp-test',
    botToken: 'xoxb-test',
    apiUrl,
    inbox,
    log: silentLog,
    restarting: async () => 'Restarting',
    unreadable: async () => 'It cannot be read',
  })
  receiver.on('app_mention', async (event) => void seen.push(event))
  receiver.on('message', async (event) => void seen.push(event))
  running.push(receiver)
  return { receiver, seen, texts: () => seen.map(({ event }) => event.text) }
}

let made = 0
function event(event: object, eventId = `Ev${++made}`) {
  const payload = {
    type: 'event_callback',
    event_id: eventId,
    api_app_id: 'A1',
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event,
  }
  return { type: 'events_api', envelope_id: `env-${++made}`, accepts_response_payload: false, payload }
}
const mention = (text: string, eventId?: string) =>
  event({ type: 'app_mention', channel: 'C1', user: 'U1', text, ts: `17.${++made}` }, eventId)

const stored = async () => (await sql`select event_id from inbox`.execute(db.read)).rows.length

describe('an event that comes through the socket', () => {
  test('is stored before it is acknowledged, then handled', async () => {
    const inbox = openInbox()
    let commit = () => {}
    const gate = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { receiver, texts } = open({ inbox: { ...inbox, keep: (envelope) => gate.then(() => inbox.keep(envelope)) } })
    await receiver.start()
    let acknowledged = false
    const delivered = slack.deliver(mention('help')).then(() => {
      acknowledged = true
    })
    // Another envelope goes all the way meanwhile, so that this one had every chance.
    await slack.deliver({ type: 'events_api', envelope_id: 'other', payload: { type: 'app_rate_limited' } })
    expect(acknowledged).toBe(false)
    commit()
    await delivered
    expect(await stored()).toBe(1)
    await vi.waitFor(() => expect(texts()).toEqual(['help']))
  })

  test('is not acknowledged when it cannot be stored', async () => {
    const inbox = { ...openInbox(), keep: () => Promise.reject(new Error('disk full')) }
    const { receiver } = open({ inbox })
    await receiver.start()
    let acknowledged = false
    void slack.deliver(mention('help')).then(() => {
      acknowledged = true
    })
    // By turns: the second of these comes back on the same connection, behind what is not to come.
    for (const envelope_id of ['one', 'two']) {
      await slack.deliver({ type: 'events_api', envelope_id, payload: { type: 'app_rate_limited' } })
    }
    expect(acknowledged).toBe(false)
  })

  test('is handled once, however often Slack sends it', async () => {
    const { receiver, texts } = open()
    await receiver.start()
    await Promise.all([slack.deliver(mention('help', 'EvSame')), slack.deliver(mention('help', 'EvSame'))])
    await slack.deliver(mention('last'))
    await vi.waitFor(() => expect(texts()).toEqual(['help', 'last']))
  })

  test('that was stored and not handled when the bot died is handled after the restart', async () => {
    const dead = openInbox()
    const broken = open({ inbox: { ...dead, attach: () => () => {}, take: () => new Promise(() => {}) } })
    void broken.receiver.start()
    await slack.connected(2)
    await slack.deliver(mention('help'))
    expect(broken.texts()).toEqual([])
    const { receiver, texts } = open()
    await receiver.start()
    await vi.waitFor(() => expect(texts()).toEqual(['help']))
    running.splice(0, 1)
  })

  test('is acknowledged and not stored when nobody handles its kind, or it is the echo of the bot', async () => {
    const { receiver, texts } = open()
    await receiver.start()
    await slack.deliver(event({ type: 'emoji_changed' }))
    await slack.deliver(event({ type: 'message', channel: 'C1', user: 'UBOT', bot_id: 'BBOT', text: 'me', ts: '1.1' }))
    await slack.deliver(
      event({ type: 'message', channel: 'C1', subtype: 'message_changed', message: { app_id: 'A1' } }),
    )
    expect(await stored()).toBe(0)
    expect(texts()).toEqual([])
  })

  test('is handled again after a failing handler', async () => {
    const { receiver, seen } = open()
    let stumbled = false
    receiver.on('reaction_added', async (arrived) => {
      seen.push(arrived)
      if (stumbled) return
      stumbled = true
      throw new Error('stumbled')
    })
    await receiver.start()
    await slack.deliver(event({ type: 'reaction_added', user: 'U1', item: { channel: 'C1', ts: '1.1' } }))
    await vi.waitFor(() => expect(seen.map(({ channelId }) => channelId)).toEqual(['C1', 'C1']), { timeout: 5000 })
  })
})

describe('what Slack should not send, or sends seldom', () => {
  test.each([
    ['a rate-limit notice', { type: 'events_api', payload: { type: 'app_rate_limited', minute_rate_limited: 1 } }],
    ['an event without an event', { type: 'events_api', payload: { type: 'event_callback', event_id: 'Ev' } }],
    ['an event without an id', { type: 'events_api', payload: { type: 'event_callback', event: { type: 'message' } } }],
    ['no payload', { type: 'events_api' }],
    ['a payload that is a text', { type: 'interactive', payload: 'surprise' }],
    ['a kind of envelope that is new', { type: 'telepathy', payload: {} }],
  ])('%s is acknowledged and ends nothing', async (_, message) => {
    const { receiver, texts } = open()
    await receiver.start()
    await slack.deliver({ ...message, envelope_id: 'strange' })
    await slack.deliver(mention('still here'))
    await vi.waitFor(() => expect(texts()).toEqual(['still here']))
  })

  test.each(['not json', '[]', 'null', '{"type":"events_api"}'])('%s ends nothing', async (text) => {
    const { receiver, texts } = open()
    await receiver.start()
    slack.say(text)
    await slack.deliver(mention('still here'))
    await vi.waitFor(() => expect(texts()).toEqual(['still here']))
  })
})

describe('an interaction', () => {
  const click = { type: 'interactive', envelope_id: 'click', payload: { type: 'block_actions' } }
  const payload = {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1' },
    actions: [{ type: 'button', action_id: 'incident.next', block_id: 'b', value: 'recover' }],
  }

  test('goes to the door that is registered for it, which acknowledges itself', async () => {
    const { receiver } = open()
    receiver.app.action('incident.next', async ({ ack, context }) => {
      expect(context.botToken).toBe('xoxb-test')
      await ack()
    })
    await receiver.start()
    await slack.deliver({ ...click, payload })
  })

  test('is not acknowledged when its door fails, and the bot goes on', async () => {
    const { receiver, texts } = open()
    receiver.app.action('incident.next', async () => {
      throw new Error('the verb refused')
    })
    await receiver.start()
    const acknowledged = vi.fn()
    void slack.deliver({ ...click, payload }).then(acknowledged)
    await slack.deliver(mention('still here'))
    await vi.waitFor(() => expect(texts()).toEqual(['still here']))
    expect(acknowledged).not.toHaveBeenCalled()
  })
})

describe('the connection', () => {
  test('is refreshed without a moment in which nobody listens', async () => {
    const { receiver, texts } = open()
    await receiver.start()
    for (let round = 1; round <= 4; round++) {
      slack.refresh()
      expect(receiver.connected()).toBe(true)
      await slack.deliver(mention(`during ${round}`))
      await slack.connected(2)
    }
    await vi.waitFor(() => expect(texts()).toEqual(['during 1', 'during 2', 'during 3', 'during 4']))
  })

  test('a refresh waits for the acknowledgement of what is in hand', async () => {
    const { receiver } = open()
    const begun = Promise.withResolvers<void>()
    const committed = Promise.withResolvers<void>()
    receiver.app.command('/incident', async ({ ack }) => {
      begun.resolve()
      await committed.promise
      await ack({ text: 'declared' })
    })
    await receiver.start()
    const payload = { command: '/incident', text: '', team_id: 'T1', user_id: 'U1', channel_id: 'C1', trigger_id: 't' }
    const answered = slack.deliver({ type: 'slash_commands', envelope_id: 'command', payload })
    await begun.promise
    slack.refresh()
    await slack.deliver(mention('meanwhile, through the other connection'))
    // The next connection does not wait for the old one to have answered.
    await slack.connected(2)
    committed.resolve()
    expect(await answered).toEqual({ text: 'declared' })
    await slack.connected(2)
  })

  test('is made again when Slack was gone, without a restart', async () => {
    const port = Number(new URL(slack.apiUrl).port)
    const { receiver, texts } = open()
    await receiver.start()
    await slack.close()
    await vi.waitFor(() => expect(receiver.connected()).toBe(false))
    slack = await createFakeSlack(port)
    await slack.connected(2)
    await slack.deliver(mention('back again'))
    await vi.waitFor(() => expect(texts()).toEqual(['back again']))
  })

  test('is made when Slack was away at the start; the bot starts anyway and says so', async () => {
    const port = Number(new URL(slack.apiUrl).port)
    await slack.close()
    const { receiver } = open()
    await receiver.start()
    expect(receiver.connected()).toBe(false)
    expect(receiver.identity()).toBeUndefined()
    slack = await createFakeSlack(port)
    await slack.connected(2)
    await vi.waitFor(() => expect(receiver.connected()).toBe(true))
    await vi.waitFor(
      () => expect(receiver.identity()).toEqual({ botUserId: 'UBOT', botId: 'BBOT', teamId: 'T1' }),
      5000,
    )
  })

  test('a refused token does not end the bot', async () => {
    slack.refuse('invalid_auth')
    const { receiver } = open()
    await receiver.start()
    expect(receiver.connected()).toBe(false)
  })

  test('ends for good when the bot stops, also while it is being made', async () => {
    const { receiver } = open()
    void receiver.start()
    await receiver.stop()
    await slack.connected(0)
    const other = open()
    await other.receiver.start()
    await other.receiver.stop()
    await slack.connected(0)
    expect(other.receiver.connected()).toBe(false)
  })
})
