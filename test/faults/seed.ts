/** The seed of this run: the same one gives the same choices. `SSSBOT_SEED=7 npm test -- test/faults` repeats one. */
export const seed = Number(process.env.SSSBOT_SEED ?? 1)

/** Numbers in [0, 1) that follow from a seed alone (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` of `all` in a random order. */
export function sample<T>(all: readonly T[], count: number, random: () => number): T[] {
  return all
    .map((each) => ({ each, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ each }) => each)
}
