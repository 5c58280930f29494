import { queryOptions } from '@tanstack/react-query'
import type { Looks, Problem } from '../../../../src/rooms/api/contract.ts'
import { noteTime } from '../time/bot-time.ts'
import { addressOf } from './address.ts'
import { noteAnswer, noteSilence } from './reach.ts'

/** What is asked for: the gaps of its path, and its query. */
export type Asked = { path?: Record<string, string>; query?: Record<string, string> }

/** The API said no, or did not answer. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** Asks the API. Throws `Refused`, or what the browser throws where nobody answers; who is not signed in (any longer) is led there instead. */
export async function call(
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<unknown> {
  const answer = await reach(addressOf(`api/v1${path}`), {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  noteTime(answer.headers.get('x-sssbot-now'))
  if (answer.status === 401) {
    leaveToSignIn()
    // The page is on its way out: nothing is drawn any more.
    return new Promise(() => {})
  }
  const said: unknown = answer.status === 204 ? undefined : await answer.json()
  // Every failure of the API has this shape (RFC 9457).
  if (!answer.ok) throw new Refused(said as Problem)
  return said
}

/** A proxy that finds no bot behind it says so with one of these. */
const ofProxies = [502, 504]

async function reach(address: string, asked: RequestInit): Promise<Response> {
  const answer = await fetch(address, asked).catch((error: unknown) => {
    noteSilence()
    throw error
  })
  if (ofProxies.includes(answer.status)) noteSilence()
  else noteAnswer()
  return answer
}

let isSigningOut = false

/** Ends the session of this browser, and leads to the front page. Where the bot cannot be reached, the page stays. */
export async function signOut(): Promise<void> {
  // The stream and the looks of this page are refused from here on: none of them may lead back to the sign-in.
  isSigningOut = true
  const answer = await fetch(addressOf('sign-out'), { method: 'POST' }).catch(() => undefined)
  isSigningOut = answer !== undefined
  if (isSigningOut) location.assign(addressOf(''))
}

/** Leads to the sign-in, and back to this page. */
export function leaveToSignIn(): void {
  if (isSigningOut) return
  const here = `/${location.href.slice(document.baseURI.length)}`
  location.assign(addressOf(`sign-in?return=${encodeURIComponent(here)}`))
}

const filled = (path: string, { path: gaps = {}, query = {} }: Asked): string => {
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(gaps[name] ?? ''))
  const said = new URLSearchParams(query).toString()
  return said ? `${whole}?${said}` : whole
}

/** What a page shows, as the query cache knows it: by the path, then by what is asked for. */
export const look = <Path extends keyof Looks>(path: Path, asked: Asked = {}) =>
  queryOptions({
    queryKey: [path, asked],
    queryFn: async ({ client, queryKey }) => {
      // What is there already is read anew by itself: nobody has opened it once more.
      const isRefresh = client.getQueryState(queryKey)?.data !== undefined
      // The contract says what is answered at this path.
      return (await call(
        'GET',
        filled(path, asked),
        undefined,
        isRefresh ? { 'x-sssbot-refresh': '1' } : {},
      )) as Looks[Path]
    },
  })
