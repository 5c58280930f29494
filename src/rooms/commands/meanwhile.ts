import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { FieldValue, ModalView } from '../../kit/block-kit/index.ts'
import type { Order } from '../faces/index.ts'
import { type FormField, partsOf } from './page/field.ts'

/** What each field of a form held when it was drawn, a few letters for each. A form carries it along unseen. */
export const seenFields = z.record(z.string(), z.string())
export type SeenFields = z.output<typeof seenFields>

const isField = (part: { is: string }): part is FormField => part.is !== 'said'

const fieldsOf = (view: ModalView): FormField[] => (partsOf(view) ?? []).filter(isField)

/** Slack trims what is written, and answers what is left empty in ways of its own. */
const bare = (value: FieldValue | undefined): FieldValue => {
  if (Array.isArray(value)) return value.toSorted()
  if (typeof value === 'string') return value.trim() || null
  return value ?? null
}

const inFewLetters = (value: FieldValue | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(bare(value)))
    .digest('base64url')
    .slice(0, 8)

/** The form, which remembers what its fields hold now. */
export function remembering(view: ModalView): ModalView {
  const seen: SeenFields = Object.fromEntries(fieldsOf(view).map(({ id, initial }) => [id, inFewLetters(initial)]))
  // `verbForm` has written it.
  const carried = JSON.parse(view.private_metadata ?? '{}') as object
  return { ...view, private_metadata: JSON.stringify({ ...carried, seen }) }
}

/** What a form says against how things stand now: what to go on with, and the fields that somebody else has set otherwise meanwhile. */
export type Compared = { values: Order['values']; crossed: readonly FormField[] }

/**
 * Holds what was sent against the form as it would be drawn now. What the sender did not touch stays as it stands now; what both have
 * changed, each otherwise, has crossed.
 */
export function compared(values: Order['values'], seen: SeenFields, now: ModalView): Compared {
  const settled: Record<string, FieldValue> = { ...values }
  const crossed: FormField[] = []
  for (const field of fieldsOf(now)) {
    const [before, mine, theirs] = [seen[field.id], inFewLetters(values[field.id]), inFewLetters(field.initial)]
    if (before === undefined || before === theirs || mine === theirs) continue
    if (mine === before) settled[field.id] = field.initial
    else crossed.push(field)
  }
  return { values: settled, crossed }
}

/** What a form remembers once its sender has read what others made of the fields that crossed; of the others what it did before. */
export const havingRead = (seen: SeenFields, crossed: readonly FormField[]): SeenFields => ({
  ...seen,
  ...Object.fromEntries(crossed.map(({ id, initial }) => [id, inFewLetters(initial)])),
})
