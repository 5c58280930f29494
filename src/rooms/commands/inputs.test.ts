import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { plain } from '../../kit/wire.ts'
import { personNamed, proofOf, withinOf } from '../incident/index.ts'
import { changingCommands } from './registry.ts'

/** No id is so long, and no text that people write may be shorter, in characters. */
const shortestText = 300

/** Formats that can name nothing. */
const harmless = new Set(['date', 'datetime'])

/** Whether a field could hold the id of something, and nobody has declared what it must be. */
function isUndeclared(schema: z.core.$ZodType): boolean {
  if (proofOf(schema) || plain.has(schema)) return false
  const inner = withinOf(schema)
  if (inner) return isUndeclared(inner)
  if (schema instanceof z.ZodUnion) return schema.options.some(isUndeclared)
  if (schema instanceof z.ZodStringFormat) return !harmless.has(schema.format ?? '')
  // What may be as long as a sentence is one.
  return schema instanceof z.ZodString && (schema.maxLength ?? 0) < shortestText
}

/** The fields of a verb's input of which nobody says whether they name something of the incident. */
const undeclared = (input: z.ZodType): string[] =>
  input instanceof z.ZodObject
    ? Object.entries(input.shape).flatMap(([field, schema]) => (isUndeclared(schema) ? [field] : []))
    : ['*']

describe('what a verb takes', () => {
  test.for(changingCommands.map(({ does }) => [does.name, does.input] as const))(
    '%s: each field is said to be words, a key, a moment, or something whose belonging is proved',
    ([, input]) => {
      expect(undeclared(input)).toEqual([])
    },
  )

  test('an id that nobody declared is seen, through everything that may wrap it', () => {
    const id = z.string().max(100)
    const planted = z.strictObject({
      todo: id,
      maybe: id.nullish().default(null),
      several: z.array(id).min(1).optional(),
      turned: id.transform((text) => text || null),
      link: z.url(),
      people: z.array(personNamed()),
      day: z.iso.date(),
    })
    expect(undeclared(planted)).toEqual(['todo', 'maybe', 'several', 'turned', 'link'])
  })
})

/** Fields that hold people, by what a value of them looks like. */
const takesPerson = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodString && schema.safeParse('U0SATO').success && !schema.safeParse('sato').success

test('whoever a verb names by id is proved to be able to act', () => {
  const fields = changingCommands.flatMap(({ does }) =>
    does.input instanceof z.ZodObject
      ? Object.entries(does.input.shape).flatMap(([field, schema]) => {
          let inner: z.core.$ZodType | undefined = schema
          while (inner && !takesPerson(inner)) inner = withinOf(inner)
          return inner ? [{ verb: does.name, field, isProved: Boolean(proofOf(inner)) }] : []
        })
      : [],
  )
  expect(fields.length).toBeGreaterThan(8)
  expect(fields.filter(({ isProved }) => !isProved)).toEqual([])
})
