import { strikeKnown } from '../../../kit/secrets.ts'
import { numbersIn } from './digits.ts'
import { foldedOf } from './folded.ts'
import type { Kind, Span } from './kind.ts'
import { mailsIn } from './mails.ts'
import { tokensIn } from './tokens.ts'

/** A company's own pattern, compiled; the settings have refused those whose time grows faster than the text. */
export type OwnPattern = { name: string; pattern: RegExp }

/** What stands in a text in place of what is kept from models: `[MAIL-1]`. */
const placeholder = /\[(SECRET|MAIL|PHONE|CARD|MYNUMBER|ID|OWN)-(\d{1,6})\]/g

/** What this process was told to keep to itself has no number: nobody is shown it again. */
const ours = '[SECRET-0]'

/**
 * Keeps secrets and what belongs to persons from models. The same value has the same placeholder in every text that goes through one
 * redaction; made anew over the same texts in the same order, the same ones. Linear in the texts.
 */
export type Redaction = {
  /** The text with placeholders. */
  of(text: string): string
  /**
   * The text of an answer with the values back. `seen` are the texts that whoever reads it may see: a value comes back only where it
   * stands in one of them, and a secret never; otherwise `otherwise` takes its place.
   */
  back(text: string, seen: readonly string[], otherwise: string): string
}

export function createRedaction(own: readonly OwnPattern[] = []): Redaction {
  const numbers = new Map<string, string>()
  const values = new Map<string, { kind: Kind; value: string }>()
  const counts = new Map<Kind, number>()

  function placeholderOf(kind: Kind, value: string): string {
    const key = `${kind} ${foldedOf(value).text}`
    const known = numbers.get(key)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const made = `[${kind.toUpperCase()}-${count}]`
    numbers.set(key, made)
    values.set(made, { kind, value })
    return made
  }

  return {
    of(text) {
      // What only looks like a placeholder must not be taken for one.
      const plain = strikeKnown(text, ours).replace(placeholder, (hit) => (hit === ours ? ours : hit.replace('-', '–')))
      let out = ''
      let at = 0
      for (const { kind, from, to } of spansIn(plain, own)) {
        out += plain.slice(at, from) + placeholderOf(kind, plain.slice(from, to))
        at = to
      }
      return out + plain.slice(at)
    },
    back: (text, seen, otherwise) =>
      text.replace(placeholder, (hit) => {
        const known = values.get(hit)
        return known && known.kind !== 'secret' && seen.some((each) => each.includes(known.value))
          ? known.value
          : otherwise
      }),
  }
}

/** What is kept back of a text, in its order, without overlaps: where two meet, both go as what begins first. */
export function spansIn(text: string, own: readonly OwnPattern[] = []): Span[] {
  const folded = foldedOf(text)
  const ownSpans = own.flatMap(({ pattern }) =>
    [...folded.text.matchAll(pattern)].flatMap(({ 0: hit, index }): Span[] =>
      hit.length > 0 ? [{ kind: 'own', from: index, to: index + hit.length }] : [],
    ),
  )
  const found = [...tokensIn(folded.text), ...ownSpans, ...mailsIn(folded.text), ...numbersIn(folded.text)]
  const merged: Span[] = []
  for (const span of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    if (last && span.from < last.to) {
      last.to = Math.max(last.to, span.to)
      if (span.kind === 'secret') last.kind = 'secret'
    } else merged.push({ ...span })
  }
  const placeOf = (at: number) => folded.from[at] ?? text.length
  return merged.map(({ kind, from, to }) => ({ kind, from: placeOf(from), to: placeOf(to) }))
}
