/** Chance that repeats itself: the same seed gives the same workspace on every machine. */
export type Chance = {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  /** Whether it happens; `odds` from 0 to 1. */
  happens(odds: number): boolean
  /** One of them. Throws a RangeError where there is none. */
  pick<T>(things: readonly T[]): T
  /** `count` of them, each once, in another order. */
  some<T>(things: readonly T[], count: number): T[]
  /** Random bytes, as ids take them. */
  bytes(size: number): Uint8Array
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to choose words. `seeds` are whole numbers. */
export function chanceOf(...seeds: readonly number[]): Chance {
  let state = seeds.reduce((sum, seed) => Math.imul(sum ^ seed, 0x9e3779b1) ^ (sum >>> 15), 0x1f123bb5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(things: readonly T[]): T => {
    const thing = things[between(0, things.length - 1)]
    if (thing === undefined) throw new RangeError('There is nothing to choose from')
    return thing
  }
  return {
    next,
    between,
    happens: (odds) => next() < odds,
    pick,
    some(things, count) {
      const left = [...things]
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(between(0, left.length - 1), 1)[0],
      ).filter((each) => each !== undefined)
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => between(0, 255)),
  }
}
