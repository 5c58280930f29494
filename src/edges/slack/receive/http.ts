import type { IncomingMessage, ServerResponse } from 'node:http'
import { type App, HTTPModuleFunctions, HTTPResponseAck, isRawBodyError, type Receiver } from '@slack/bolt'
import { Malformed } from '../../../kit/lenient.ts'
import type { Log } from '../../../kit/log.ts'
import { finishedWithin } from '../../../kit/patience.ts'
import { quiet } from '../../../kit/slack/index.ts'
import { wellFormedDeep } from '../../../kit/well-formed.ts'

/** Where Slack sends events, interactions and commands to. */
export const SLACK_PATH = '/slack/events'

/** How long in milliseconds the last answers may take to be sent when the bot stops: its receiver has waited before. */
const LAST_ANSWERS_MS = 200

export interface HttpReceiver extends Receiver {
  connected(): boolean
  /** Slack comes to us: nobody is away while the door is open. */
  awayMs(): number
  stop(): Promise<void>
  /** Answers one request to `SLACK_PATH`. For the bot's own HTTP server, which has other routes as well. */
  requestListener(request: IncomingMessage, response: ServerResponse): void
}

/**
 * Receives signed requests: no signature, a wrong one, or one older than five minutes is answered 401. Made of Bolt's own
 * parts; its HTTPReceiver ends the process over a body that is JSON but no object, and wants a server for itself.
 */
export function createHttpReceiver({ signingSecret, log }: { signingSecret: string; log: Log }): HttpReceiver {
  const logger = quiet(log)
  const working = new Set<Promise<void>>()
  let app: App | undefined
  let accepting = false

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!accepting) return HTTPModuleFunctions.buildNoBodyResponse(response, 503)
    if (request.method !== 'POST') return HTTPModuleFunctions.buildNoBodyResponse(response, 405)
    const read = await readRequest(request, signingSecret)
    if ('status' in read) {
      log.warn({ status: read.status, reason: read.reason }, 'A request to the address for Slack was refused')
      return HTTPModuleFunctions.buildNoBodyResponse(response, read.status)
    }
    const { body } = read
    if (body.ssl_check === '1') return HTTPModuleFunctions.buildSSLCheckResponse(response)
    if (body.type === 'url_verification') return HTTPModuleFunctions.buildUrlVerificationResponse(response, body)
    const ack = new HTTPResponseAck({
      logger,
      // An acknowledgement goes out when it is given: by then the verb has committed, and a slow call may follow.
      processBeforeResponse: false,
      httpRequest: request,
      httpRequestBody: body,
      httpResponse: response,
    })
    const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request)
    try {
      await app?.processEvent({ body, ack: ack.bind(), ...(retryNum === undefined ? {} : { retryNum }) })
    } catch (error) {
      const isUnreadable = error instanceof Malformed
      log[isUnreadable ? 'warn' : 'error']({ err: error, type: body.type }, 'Something from Slack was not acknowledged')
      // Bolt's timer for unanswered requests must not come after this.
      ack.ack()
      if (!response.headersSent) HTTPModuleFunctions.buildNoBodyResponse(response, isUnreadable ? 400 : 500)
    }
  }

  return {
    init(boltApp) {
      app = boltApp
    },
    async start() {
      accepting = true
    },
    async stop() {
      accepting = false
      await finishedWithin(LAST_ANSWERS_MS, Promise.all(working))
    },
    connected: () => accepting,
    awayMs: () => (accepting ? 0 : 1),
    requestListener(request, response) {
      const work = answer(request, response)
        .catch((error) => {
          log.error({ err: error }, 'A request from Slack could not be answered')
          if (!response.headersSent) HTTPModuleFunctions.buildNoBodyResponse(response, 500)
        })
        .finally(() => working.delete(work))
      working.add(work)
    },
  }
}

type Read = { body: Record<string, unknown> } | { status: number; reason: string }

async function readRequest(request: IncomingMessage, signingSecret: string): Promise<Read> {
  let buffered: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]
  try {
    const bodyLimit = HTTPModuleFunctions.defaultBodyLimit
    buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ enabled: true, signingSecret, bodyLimit }, request)
  } catch (error) {
    if (isRawBodyError(error)) return { status: error.statusCode === 413 ? 413 : 400, reason: error.type }
    return { status: 401, reason: error instanceof Error ? error.message : 'unknown' }
  }
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(buffered)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { body: wellFormedDeep({ ...body }) }
  } catch {
    // Not JSON: the same answer as for JSON that is no object.
  }
  return { status: 400, reason: 'The body cannot be read' }
}
