import { createHmac } from 'node:crypto'
import { clip } from '../../kit/block-kit/index.ts'
import type { Incident } from '../incident/index.ts'
import type { Pager, Settings } from '../settings/index.ts'
import type { Page } from './page.ts'
import { type Said, severityOf } from './said.ts'
import { texts } from './texts.ts'

/** A call to a pager's service. */
export type PageRequest = { url: string; headers: Record<string, string>; body: string }

/** PagerDuty's limit of a summary. https://developer.pagerduty.com/docs/send-alert-event */
const longestSummary = 1024

/** What a page is about. `key`: under which PagerDuty rings, and of a call before it that is still open there. */
type About = {
  page: Page
  key: { ring: string; former: string | undefined }
  said: Said
  incident: Incident
  settings: Settings
  now: Date
}

/** The calls that say one thing to one pager, signed with its secret: mostly one. */
export function requestsFor(pager: Pager, secret: string, about: About): PageRequest[] {
  if (pager.kind === 'webhook') return [webhook(pager.url, secret, about.said, about)]
  const { former } = about.key
  // What is open there would swallow the new call: it ends first.
  const ending =
    former === undefined ? [] : [event(pager.url, { routing_key: secret, event_action: 'resolve', dedup_key: former })]
  return [...ending, pagerDuty(pager.url, secret, about)]
}

const event = (url: string, body: Record<string, unknown>): PageRequest => ({
  url,
  headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'sssbot' },
  body: JSON.stringify(body),
})

/**
 * The webhook's receiver makes `v1=` and the HMAC-SHA256 of `v1:<timestamp>:<body>` with the secret, compares it with the
 * signature, and refuses a timestamp (seconds since 1970) that is older than five minutes.
 */
export function signature(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:${body}`).digest('hex')}`
}

function webhook(url: string, secret: string, said: Said, { page, now }: { page: Page; now: Date }): PageRequest {
  const body = JSON.stringify(said)
  const timestamp = Math.floor(now.getTime() / 1000)
  return {
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'sssbot',
      'idempotency-key': page.id,
      'x-sssbot-timestamp': String(timestamp),
      'x-sssbot-signature': signature(secret, timestamp, body),
    },
    body,
  }
}

function pagerDuty(url: string, routingKey: string, { page, key, said, incident, settings }: About): PageRequest {
  const { link } = said.incident
  return event(url, {
    routing_key: routingKey,
    event_action: page.event,
    // PagerDuty counts what comes under one key as one incident, so the same page sent twice wakes once.
    dedup_key: key.ring,
    ...(page.event === 'trigger'
      ? {
          client: 'sssbot',
          ...(link ? { client_url: link, links: [{ href: link, text: 'Slack' }] } : {}),
          payload: {
            summary: clip(titleOf(said, settings), longestSummary),
            source: said.incident.service?.name ?? 'sssbot',
            severity: severityOf(incident, settings),
            timestamp: said.timestamp,
            ...(said.incident.service ? { component: said.incident.service.key } : {}),
            custom_details: { incident: said.incident },
          },
        }
      : {}),
  })
}

/** What stands on the telephone that rings. */
function titleOf({ incident }: Said, settings: Settings): string {
  const t = texts.in(settings.language)
  const { service, summary, kind = 'real' } = incident
  if (!service || summary === undefined) return t('title.private', { id: incident.id })
  const words = { service: service.name, summary: summary.replace(/\s+/gu, ' ').trim() }
  return kind === 'real'
    ? t('title.real', words)
    : t('title.practice', { ...words, kind: settings.kinds[kind].label[settings.language] })
}
