/** Slack's side of the measurement, in a thread of its own: sends events and counts acknowledgements. */
import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'
import { createFakeSlack } from '../../src/edges/slack/receive/fake-slack.ts'
import { systemClock } from '../../src/kit/clock.ts'

/** What the measuring thread asks: `url` for HTTP, the socket otherwise. */
export type Order = { events: number; unanswered: number; url?: string }

export type Report = { apiUrl: string } | { perSecond: number }

export const SIGNING_SECRET = 'bench'
const CHANNELS = 40

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

function event(n: number) {
  return {
    type: 'event_callback',
    event_id: `Ev${randomUUID()}`,
    team_id: 'T1',
    api_app_id: 'A1',
    event_time: 1790000000,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: {
      type: 'message',
      channel: `C${n % CHANNELS}`,
      user: 'U1',
      text: `データベースの接続数が上限に達しています。${n}`,
      ts: `1790000000.${n}`,
    },
  }
}

function post(url: string, body: string): Promise<void> {
  const timestamp = Math.floor(systemClock.now().getTime() / 1000)
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

if (parentPort) {
  const port = parentPort
  const slack = await createFakeSlack()
  const measure = async ({ events, unanswered, url }: Order) => {
    const send = async (n: number) => {
      if (url) await post(url, JSON.stringify(event(n)))
      else await slack.deliver({ type: 'events_api', envelope_id: `${n}-${randomUUID()}`, payload: event(n) })
    }
    let next = 0
    const begun = performance.now()
    await Promise.all(
      Array.from({ length: unanswered }, async () => {
        while (next < events) await send(next++)
      }),
    )
    port.postMessage({ perSecond: (events / (performance.now() - begun)) * 1000 } satisfies Report)
  }
  port.on('message', (order: Order | 'end') => {
    if (order === 'end') void slack.close().then(() => port.close())
    else void measure(order)
  })
  port.postMessage({ apiUrl: slack.apiUrl } satisfies Report)
}
