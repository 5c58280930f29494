import { randomBytes } from 'node:crypto'

/** What an app asked for when it sent somebody to install it, and who did. */
export type Installation = {
  user: string
  /** The address to which the browser went back; undefined where the app named none. */
  redirect: string | undefined
  scopes: readonly string[]
  userScopes: readonly string[]
  challenge: string | undefined
  at: number
}

/** A code is good for ten minutes, in milliseconds, and once. Source: docs.slack.dev/authentication/installing-with-oauth */
const codeMs = 10 * 60_000

/** The codes of installations that were given out. */
export class Installations {
  readonly #codes = new Map<string, Installation>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** The code with which a browser goes back to the app. */
  grant(asked: Omit<Installation, 'at'>): string {
    const code = `${randomBytes(6).toString('hex')}.${randomBytes(32).toString('hex')}`
    this.#codes.set(code, { ...asked, at: this.#now() })
    return code
  }

  /** What a code was given out for; undefined for one that is unknown, used or late. */
  take(code: string): Installation | undefined {
    const granted = this.#codes.get(code)
    this.#codes.delete(code)
    return granted && granted.at + codeMs > this.#now() ? granted : undefined
  }

  clear(): void {
    this.#codes.clear()
  }
}
