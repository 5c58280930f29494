import {
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { parseJson } from '../well-formed.ts'
import { type ClientOptions, fetchWithRetryAfter } from './client.ts'

/** Calls a method that reads, and answers what Slack says; throws what the SDK's client throws. */
export type ListReader = (method: string, args: Readonly<Record<string, unknown>>) => Promise<WebAPICallResult>

type Answered = WebAPICallResult & { error?: string }

/**
 * Reads lists without the SDK's client: that one copies each answer and writes the copy out for a line of its debug log (`apiCall`
 * of @slack/web-api 8), which for a page of a thousand people are megabytes that V8 keeps for long, and a tenth of a second.
 */
export function createListReader({
  token,
  apiUrl = 'https://slack.com/api/',
  timeoutMs,
}: Omit<ClientOptions, 'log'>): ListReader {
  return async (method, args) => {
    const { response, text } = await ask(new URL(method, apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: formOf(args),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
    if (response.status === 429) throw new WebAPIRateLimitedError(wait)
    if (response.status !== 200) {
      const headers = Object.fromEntries(response.headers.entries())
      throw new WebAPIHTTPError(response.status, response.statusText, headers, text)
    }
    const answer = parsed(text)
    if (answer.ok) return answer
    const { error = 'no_error', response_metadata: metadata } = answer
    const more = wait > 0 ? { response_metadata: { ...metadata, retryAfter: wait } } : {}
    throw new WebAPIPlatformError({ ...answer, ...more, error })
  }
}

async function ask(url: URL, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetchWithRetryAfter(url, init)
    return { response, text: await response.text() }
  } catch (error) {
    throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)))
  }
}

/** As Slack's forms have it: what is not given is left out, what is more than a value is JSON. */
function formOf(args: Readonly<Record<string, unknown>>): URLSearchParams {
  const form = new URLSearchParams()
  for (const [key, value] of Object.entries(args)) {
    if (value !== undefined && value !== null)
      form.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return form
}

/** What is no JSON comes from a proxy on the way: it stands for the error, as the SDK has it. */
function parsed(text: string): Answered {
  try {
    // Whatever it is, it is read by a schema afterwards.
    return parseJson(text) as Answered
  } catch {
    return { ok: false, error: text }
  }
}
