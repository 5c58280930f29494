import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** An id that looks like Slack's: a prefix letter and ten capitals or digits (`C0B9K2M4X7Q`). */
export function newId(prefix: 'B' | 'Bk' | 'C' | 'D' | 'Ev' | 'F' | 'G' | 'Q' | 'R' | 'S' | 'U' | 'V'): string {
  let id = `${prefix}0`
  for (const byte of randomBytes(9)) id += letters[byte % letters.length]
  return id
}

/** A block's or element's id where the app left it out, as Slack assigns one. */
export function newBlockId(): string {
  return randomBytes(6).toString('base64').replace(/[+/]/g, 'x').slice(0, 5)
}

/** A view's version: seconds, a dot and eight hexadecimal digits. */
export function newHash(nowMs: number): string {
  return `${Math.floor(nowMs / 1000)}.${randomBytes(4).toString('hex')}`
}

/** A trigger id: three parts, the last one unguessable. */
export function newTriggerId(): string {
  return `${randomInt(1e9, 9e9)}.${randomInt(1e9, 9e9)}.${randomBytes(16).toString('hex')}`
}

/** An unguessable word for addresses that carry their own permission. */
export function newSecret(): string {
  return randomBytes(12).toString('hex')
}

/** Whether two secrets are the same, in a time that tells nothing of them. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
