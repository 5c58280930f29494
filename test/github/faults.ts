/** What goes wrong with a call. `route` as in GitHub's reference (`POST /graphql` too), or `*` for any. */
export type Fault = {
  route: string
  /** How many calls it befalls; one by default. */
  times?: number
  /** How many calls go well before that; none by default. */
  after?: number
  /** Answered instead of the handler's answer; with `cut: 'after'` the call takes effect all the same. */
  status?: number
  body?: unknown
  headers?: Record<string, string>
  /** The connection is closed before or after the call took effect. With a `status` it says when this is answered. */
  cut?: 'before' | 'after'
  /** Waited for at that moment: to kill somebody, say. */
  meanwhile?: () => unknown
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
  take(route: string): Fault | undefined
  /** How many ordered faults have not happened. */
  left(): number
}

/** A 5xx of GitHub's front door is a page. */
export const unicorn =
  '<html><head><title>Unicorn! &middot; GitHub</title></head><body>This page is taking too long to load.</body></html>'

/** As GitHub answers whose budget of calls is spent. `inSeconds` until it starts anew. */
export const rateLimited = (inSeconds: number): Pick<Fault, 'status' | 'body' | 'headers'> => ({
  status: 403,
  body: {
    message: 'API rate limit exceeded for installation ID 815.',
    documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    status: '403',
  },
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + inSeconds) },
})

/** As GitHub answers who calls too fast. Without `retryAfter` it names no time. */
export const secondaryLimited = (
  retryAfter?: number,
  status: 403 | 429 = 403,
): Pick<Fault, 'status' | 'body' | 'headers'> => ({
  status,
  body: {
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    documentation_url:
      'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    status: String(status),
  },
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
})

export function createFaults(): Faults {
  let ordered: (Fault & { times: number; after: number })[] = []
  return {
    add: (fault) => void ordered.push({ times: 1, after: 0, ...fault }),
    clear() {
      ordered = []
    },
    take(route) {
      const matching = ordered.filter((each) => each.route === route || each.route === '*')
      for (const each of matching) {
        if (each.after > 0) {
          each.after -= 1
          continue
        }
        each.times -= 1
        ordered = ordered.filter(({ times }) => times > 0)
        return each
      }
      return undefined
    },
    left: () => ordered.length,
  }
}
