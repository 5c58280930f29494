import type { FieldAnswer } from '../../../../../src/rooms/api/contract.ts'
import { momentAt, wallOf } from '../../../kit/time/zone.ts'
import type { Sent } from './use-command.ts'

/** A moment as the browser's own picker has it, in the company's time: `2026-11-29T23:05`. */
export const localOf = (seconds: number): string => wallOf(seconds * 1000)

/** What somebody wrote into the fields of a form, as it is sent. What was not touched goes back as it came. */
export function filledIn(form: HTMLFormElement, fields: readonly FieldAnswer[]): Pick<Sent, 'values' | 'people'> {
  const said = new FormData(form)
  const written = (name: string) => String(said.get(name) ?? '').trim()
  const values: Record<string, unknown> = {}
  const people: Record<string, string | string[]> = {}
  for (const field of fields) {
    const text = written(field.id)
    switch (field.is) {
      case 'some':
        values[field.id] = said.getAll(field.id).map(String)
        break
      case 'person':
        if (text) people[field.id] = text
        else values[field.id] = null
        break
      case 'people': {
        const named = text.split(/[\s,、，]+/).filter(Boolean)
        if (named.length > 0) people[field.id] = named
        else values[field.id] = null
        break
      }
      case 'moment':
        values[field.id] = momentIn(text, field.initial)
        break
      default:
        values[field.id] = text || null
    }
  }
  return { values, people }
}

/** Pickers know minutes: one that shows the minute that it came with keeps its second. */
function momentIn(text: string, initial: FieldAnswer['initial']): number | null {
  if (!text) return null
  if (typeof initial === 'number' && localOf(initial) === text) return initial
  return Math.floor(momentAt(text) / 1000)
}

/** A value as people read it, where it stands beside a field. */
export function valueWords({ is, options, initial }: FieldAnswer, moment: (iso: string) => string): string {
  if (initial === null) return ''
  if (is === 'moment') return moment(new Date(Number(initial) * 1000).toISOString())
  const textOf = (value: string) => options.find((each) => each.value === value)?.text ?? value
  return [initial]
    .flat()
    .map((each) => textOf(String(each)))
    .join(', ')
}
