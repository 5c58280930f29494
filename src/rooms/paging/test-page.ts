import type { Pager } from '../settings/index.ts'
import { type PageRequest, signature } from './request.ts'

/** Under this name nothing was ever triggered. */
const nobody = 'sssbot-doctor'

/**
 * A call that proves address and secret and wakes nobody: it says of something that was never triggered that it is over.
 * PagerDuty takes that with 202. https://developer.pagerduty.com/docs/send-alert-event
 */
export function testRequest(pager: Pager, secret: string, now: Date): PageRequest {
  const common = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'sssbot' }
  if (pager.kind === 'pagerduty') {
    const body = JSON.stringify({ routing_key: secret, event_action: 'resolve', dedup_key: nobody })
    return { url: pager.url, headers: common, body }
  }
  const incident = { id: nobody, private: true, link: null }
  const body = JSON.stringify({ version: 1, event: 'resolve', timestamp: now.toISOString(), incident })
  const timestamp = Math.floor(now.getTime() / 1000)
  return {
    url: pager.url,
    headers: {
      ...common,
      'idempotency-key': `${nobody}-${timestamp}`,
      'x-sssbot-timestamp': String(timestamp),
      'x-sssbot-signature': signature(secret, timestamp, body),
    },
    body,
  }
}
