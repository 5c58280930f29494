import { canonOf } from '../canon.ts'
import type { Term } from '../terms.ts'

/** A piece of what was said; `hit`: it is what was looked for. */
export type Marked = { text: string; hit: boolean }

/** Of a longer text so much is shown, from a little before the first hit. */
const longest = 280
const before = 60

/** What was said around the first hit, with each hit marked. One without any is shown from its beginning. */
export function markedOf(words: string, terms: readonly Term[]): Marked[] {
  const text = words.trim()
  const hits = hitsIn(text, terms)
  const [from, to] = windowOf(text, hits[0]?.[0] ?? 0)
  const pieces: Marked[] = []
  const add = (piece: string, hit: boolean) => {
    if (piece) pieces.push({ text: piece, hit })
  }
  let at = from
  if (from > 0) add('…', false)
  for (const [begin, end] of hits) {
    if (begin >= to) break
    add(text.slice(at, Math.max(at, begin)), false)
    add(text.slice(Math.max(at, begin), Math.min(end, to)), true)
    at = Math.max(at, Math.min(end, to))
  }
  add(text.slice(at, to), false)
  if (to < text.length) add('…', false)
  return pieces
}

/** Where the terms stand, in order; what touches is one. */
function hitsIn(text: string, terms: readonly Term[]): [number, number][] {
  const { norm, spans } = canonOf(text)
  const found: [number, number][] = []
  for (const { inside } of terms) {
    const skip = inside.startsWith(' ') ? 1 : 0
    for (let at = norm.indexOf(inside); at >= 0; at = norm.indexOf(inside, at + inside.length)) {
      const [first, last] = [spans[at + skip], spans[at + inside.length - 1]]
      if (first && last) found.push([first[0], last[1]])
    }
  }
  const merged: [number, number][] = []
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function windowOf(text: string, first: number): [number, number] {
  if (text.length <= longest) return [0, text.length]
  const from = first > before ? whole(text, first - before) : 0
  return [from, whole(text, Math.min(text.length, from + longest))]
}

/** No letter of two units is cut. */
const whole = (text: string, at: number): number => (/[\u{DC00}-\u{DFFF}]/u.test(text.charAt(at)) ? at - 1 : at)
