import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

/** Fills an id with chance: `size` random bytes. */
export type RandomSource = (size: number) => Uint8Array

export interface Ids {
  /**
   * A new id such as `inc_01kdz4m5v8e9c8qk3s0x2t7r1a`: the prefix (2 to 8 lower-case letters), then 128 bits laid out as a
   * UUID version 7 (RFC 9562) in 26 characters of lower-case Crockford base32. Ids of one process sort as they were made;
   * ids of several processes sort by millisecond.
   */
  next(prefix: string): string
  /** A secret that cannot be guessed: 256 random bits, URL-safe. */
  token(): string
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LAST_COUNT = 0xfff

/** Makes ids from `clock` and `random` (the system's secure source unless a test brings its own). */
export function createIds(clock: Clock, random: RandomSource = randomBytes): Ids {
  let millis = 0
  let count = 0

  /** RFC 9562, 6.2: a counter within the millisecond, seeded low so that it has room; a full one borrows the next. */
  const tick = () => {
    const now = clock.now().getTime()
    if (now > millis) {
      millis = now
      count = (random(1)[0] ?? 0) & 0xff
    } else if (count < LAST_COUNT) {
      count++
    } else {
      millis++
      count = 0
    }
  }

  return {
    next(prefix) {
      if (!/^[a-z]{2,8}$/.test(prefix)) throw new RangeError(`Not an id prefix: ${JSON.stringify(prefix)}`)
      tick()
      const bits =
        (BigInt(millis) << 80n) | (0x7n << 76n) | (BigInt(count) << 64n) | (0b10n << 62n) | (toBigInt(random(8)) >> 2n)
      return `${prefix}_${base32(bits)}`
    },
    token: () => Buffer.from(random(32)).toString('base64url'),
  }
}

/** The moment at which an id of {@link Ids.next} was made, to the millisecond. Throws a RangeError on anything else. */
export function timeOfId(id: string): Date {
  const [, digits] = /^[a-z]{2,8}_([0-9a-hjkmnp-tv-z]{26})$/.exec(id) ?? []
  if (!digits) throw new RangeError(`Not an id: ${JSON.stringify(id)}`)
  let bits = 0n
  for (const digit of digits) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(digit))
  return new Date(Number(bits >> 80n))
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function base32(bits: bigint): string {
  let text = ''
  for (let shift = 125n; shift >= 0n; shift -= 5n) text += ALPHABET.charAt(Number((bits >> shift) & 31n))
  return text
}
