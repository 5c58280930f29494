import { z } from 'zod'

/** A browser without scripts: it keeps cookies by their names, and follows nobody by itself. */
export type Visitor = {
  cookies: Map<string, string>
  /** What the bot set last, as it was sent. */
  set: string[]
  get(address: string, headers?: Record<string, string>): Promise<Answer>
  send(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export type Answer = { status: number; location: string; headers: Headers; text: string }

/** A browser that meets a bot at `url`, an address that the bot may call otherwise. */
export function visitor(url: () => string): Visitor {
  const cookies = new Map<string, string>()
  const it: Visitor = {
    cookies,
    set: [],
    get: (address, headers) => it.send('GET', address, undefined, headers),
    async send(method, address, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const isForm = body instanceof URLSearchParams
      const answer = await fetch(new URL(address, url()), {
        method,
        redirect: 'manual',
        headers: {
          'accept-language': 'en',
          ...(cookie ? { cookie } : {}),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
      it.set = answer.headers.getSetCookie()
      for (const line of it.set) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = answer.headers.get('location') ?? ''
      return { status: answer.status, location, headers: answer.headers, text: await answer.text() }
    },
  }
  return it
}

/** Signs a browser in through the sandbox's Slack as one of its people. Answers where it went on. */
export async function signsIn(browser: Visitor, handle: string, back = '/'): Promise<Answer> {
  const sent = await browser.get(`/sign-in?return=${encodeURIComponent(back)}`)
  const { location } = await browser.get(`${sent.location}&sandbox_as=${handle}`)
  return browser.get(location)
}

export const sessionsIn = (text: string) =>
  z
    .object({ sessions: z.array(z.looseObject({ id: z.string(), person: z.string(), is_this: z.boolean() })) })
    .parse(JSON.parse(text)).sessions
