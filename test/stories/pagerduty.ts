import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How PagerDuty's REST API knows people. */
const reference = (name: string, type = 'user_reference') => ({ id: `P${name.toUpperCase()}`, type, summary: name })

/** An incident over there, as far as the bot reads it: which people it asks, and who has it. */
export type Alarm = { status: 'triggered' | 'acknowledged' | 'resolved'; asked: string[]; by?: string }

/** PagerDuty's REST API on this machine, in the shapes that it has. https://developer.pagerduty.com/api-reference */
export type PagerDutyApi = {
  url: string
  key: string
  /** Who is on call, first level first. */
  onCall: string[][]
  /** What it knows of alarms, by `incident_key`. */
  alarms: Map<string, Alarm>
  /** The paths that were asked, with their query. */
  asked: URL[]
  close(): Promise<void>
}

export async function openPagerDutyApi(): Promise<PagerDutyApi> {
  const api: PagerDutyApi = {
    url: '',
    key: 'u+readOnlyKey',
    onCall: [],
    alarms: new Map(),
    asked: [],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    api.asked.push(url)
    const isKnown = request.headers.authorization === `Token token=${api.key}`
    const isVersioned = request.headers.accept === 'application/vnd.pagerduty+json;version=2'
    const answer = !isKnown || !isVersioned ? undefined : answerTo(url, api)
    response.writeHead(answer ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { error: { message: 'Unauthorized', code: 2006 } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return api
}

function answerTo(url: URL, { onCall, alarms }: PagerDutyApi): unknown {
  const page = { limit: 100, offset: 0, more: false, total: null }
  if (url.pathname === '/oncalls') {
    const oncalls = onCall.flatMap((people, index) =>
      people.map((name) => ({
        escalation_policy: { id: 'PNIGHT', type: 'escalation_policy_reference', summary: 'Night' },
        escalation_level: index + 1,
        schedule: index === 0 ? { id: 'PSHIFT', type: 'schedule_reference', summary: 'Shifts' } : null,
        user: reference(name),
        start: null,
        end: null,
      })),
    )
    return { oncalls, ...page }
  }
  const alarm = alarms.get(url.searchParams.get('incident_key') ?? '')
  const incidents = alarm
    ? [
        {
          id: 'Q1',
          type: 'incident',
          status: alarm.status,
          assignments: alarm.asked.map((name) => ({ at: '2026-11-23T05:00:00Z', assignee: reference(name) })),
          acknowledgements: alarm.by ? [{ at: '2026-11-23T05:01:00Z', acknowledger: reference(alarm.by) }] : [],
          last_status_change_by: reference(alarm.by ?? 'PNIGHT', 'service_reference'),
        },
      ]
    : []
  return { incidents, ...page }
}
