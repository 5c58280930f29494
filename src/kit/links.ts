import { createHmac, timingSafeEqual } from 'node:crypto'

/** Addresses that let whoever has one see a single thing until a moment. */
export interface Links {
  /** The address of `path` until then; undefined where nobody has said where people reach the bot. Same arguments, same address. */
  to(path: string, until: Date): string | undefined
  /** The address of a page of the bot's own, which asks who comes there; undefined where nobody has said where people reach the bot. */
  page(path: string): string | undefined
  /** Whether `ticket`, the last part of such an address, is right for `path`, and has not run out. */
  check(path: string, ticket: string, now: Date): 'right' | 'late' | 'wrong'
}

/** `base`: where people reach the bot, without a slash at the end. `secret` marks the addresses; another one ends them all. */
export function createLinks({ base, secret }: { base(): string | undefined; secret: string }): Links {
  const markOf = (path: string, until: string) =>
    createHmac('sha256', secret).update(`link ${path} ${until}`).digest('base64url').slice(0, 32)
  return {
    to(path, until) {
      const address = base()
      const seconds = String(Math.floor(until.getTime() / 1000))
      return address && `${address}${path}/${seconds}-${markOf(path, seconds)}`
    },
    page(path) {
      const address = base()
      return address && `${address}${path}`
    },
    check(path, ticket, now) {
      const [, seconds = '', given = ''] = /^(\d{1,12})-([\w-]{32})$/.exec(ticket) ?? []
      if (!timingSafeEqual(Buffer.from(markOf(path, seconds)), Buffer.from(given.padEnd(32)))) return 'wrong'
      return Number(seconds) * 1000 > now.getTime() ? 'right' : 'late'
    },
  }
}
