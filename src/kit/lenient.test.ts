import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Malformed, mustRead, readLeniently } from './lenient.ts'

const member = z.looseObject({
  id: z.string(),
  tz: z.string().optional(),
  profile: z.looseObject({ email: z.string().optional() }).optional(),
  metadata: z.looseObject({ type: z.string(), payload: z.record(z.string(), z.unknown()) }).optional(),
})
const page = z.looseObject({ members: z.array(member), next: z.string().optional() })

test('what fits is read as it is', () => {
  const whole = { members: [{ id: 'U1', tz: 'Asia/Tokyo', more: 1 }], next: 'x' }
  expect(readLeniently(page, whole)).toEqual({ value: whole, odd: [] })
})

test('a field that is not needed is left out alone, whatever its shape', () => {
  const read = readLeniently(page, { members: [{ id: 'U1', tz: null, profile: 'none' }, { id: 'U2' }], next: null })
  expect(read?.value).toEqual({ members: [{ id: 'U1' }, { id: 'U2' }] })
  expect(read?.odd).toEqual([
    'members[].tz: expected string',
    'members[].profile: expected object',
    'next: expected string',
  ])
})

test('what lacks a part of itself goes, and what holds it stays', () => {
  const read = readLeniently(page, { members: [{ id: 'U1', metadata: { type: 't' } }] })
  expect(read?.value).toEqual({ members: [{ id: 'U1' }] })
})

test('an item without what it needs is one item less', () => {
  const odd = [{ id: 'U1' }, { name: 'secret words' }, null, 'nonsense', { id: 7 }, { id: 'U2' }]
  const read = readLeniently(page, { members: odd })
  expect(read?.value.members).toEqual([{ id: 'U1' }, { id: 'U2' }])
  expect(JSON.stringify(read?.odd)).not.toContain('secret words')
})

test('without the list itself nothing can be read', () => {
  expect(readLeniently(page, { ok: true })).toBeUndefined()
  expect(readLeniently(page, 'nonsense')).toBeUndefined()
  expect(() => mustRead(member, { name: 'somebody' })).toThrow(new Malformed('id: expected string'))
})

test('whatever stands in a list, the sound items are read in their order, and it comes to an end', () => {
  const item = fc.oneof(fc.jsonValue(), fc.record({ id: fc.string(), tz: fc.jsonValue(), metadata: fc.jsonValue() }))
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const sound = items.flatMap((each) => z.looseObject({ id: z.string() }).safeParse(each).data?.id ?? [])
      expect(readLeniently(page, { members: items })?.value.members.map(({ id }) => id)).toEqual(sound)
    }),
  )
})
