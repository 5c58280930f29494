import { createHmac } from 'node:crypto'
import { isOnThisMachine } from '../app/addresses.ts'
import { isObject } from '../workspace/json.ts'
import type { Envelope, Outcome, Retry, Transport } from './transport.ts'

/** Slack's request signature, version 0. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

function form(fields: Record<string, unknown>): string {
  return new URLSearchParams(
    Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
}

function encode({ kind, payload }: Envelope): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) }
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload
  return { type: 'application/x-www-form-urlencoded', body: form(fields) }
}

function read(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function why(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'http_timeout'
  return 'connection_failed'
}

/** Source: docs.slack.dev/apis/events-api (Error handling) */
const mostRedirects = 2

/** Sends what happens to the app's request URL, signed, and takes the HTTP answer as the acknowledgement. */
export class SignedHttp implements Transport {
  readonly #address: (envelope: Envelope) => string
  readonly #secret: string
  readonly #now: () => number
  readonly #patience: number
  /** A request URL is always there to be tried. */
  readonly ready = true
  readonly #stop = new AbortController()

  /** `address`: where each is sent; `patience` in milliseconds. */
  constructor(address: (envelope: Envelope) => string, secret: string, now: () => number, patience: number) {
    this.#address = address
    this.#secret = secret
    this.#now = now
    this.#patience = patience
  }

  async send(envelope: Envelope, retry: Retry | undefined): Promise<Outcome> {
    const { type, body } = encode(envelope)
    const timestamp = Math.floor(this.#now() / 1000)
    const headers: Record<string, string> = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(this.#secret, timestamp, body),
      ...(retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {}),
    }
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(this.#patience), this.#stop.signal])
      const response = await this.#fetch(this.#address(envelope), { method: 'POST', headers, body, signal })
      if (!response) return { acked: false, reason: 'too_many_redirects' }
      const ack = read(await response.text())
      if (response.ok) return { acked: true, ack: isObject(ack) || typeof ack === 'string' ? ack : {} }
      return { acked: false, reason: 'http_error', noRetry: response.headers.get('x-slack-no-retry') === '1' }
    } catch (error) {
      return { acked: false, reason: why(error) }
    }
  }

  /** Follows two redirects, as Slack does of events, and none that leaves this machine; undefined where there are more. */
  async #fetch(address: string, init: RequestInit, more = mostRedirects): Promise<Response | undefined> {
    const response = await fetch(address, { ...init, redirect: 'manual' })
    const location = response.headers.get('location')
    if (![301, 302, 307, 308].includes(response.status) || location === null) return response
    if (more === 0) return undefined
    const to = new URL(location, address).href
    return isOnThisMachine(to) ? this.#fetch(to, init, more - 1) : response
  }

  close(): void {
    this.#stop.abort()
  }
}
