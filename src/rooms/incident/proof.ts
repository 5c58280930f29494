import { z } from 'zod'
import { inabilityOf, mayRead } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import { Refusal, type RefusalCode } from '../facts/index.ts'
import { lookerOf } from './caller.ts'
import type { Deed } from './verb.ts'

/** Refuses a value that cannot be meant in this incident, at the field that holds it. A moment comes as ISO 8601. */
export type Proof = (value: string | number, field: string, deed: Deed) => Promise<void>

const proofs = new WeakMap<object, Proof>()

/** Declares what a value of a verb's input must be: `perform` proves it before the verb changes anything. */
export function proven<Schema extends z.ZodType>(schema: Schema, proof: Proof): Schema {
  const declared = schema.clone()
  proofs.set(declared, proof)
  return declared
}

/**
 * Something that belongs to the incident (a TODO, a question, an entry): what belongs to another is refused as what is not there.
 * `isOf` looks whether the incident of this id has it.
 */
export const ofIncident = <Schema extends z.ZodType>(
  schema: Schema,
  unknown: RefusalCode,
  isOf: (deed: Deed, value: string | number) => Promise<boolean>,
): Schema =>
  proven(schema, async (value, field, deed) => {
    if (!(await isOf(deed, value))) throw new Refusal(unknown, {}, field)
  })

/** Another incident, of which the caller may know; of any other there is nothing to say. */
export const otherIncident = proven(z.string().min(1).max(100), async (value, field, { world, tx, caller }) => {
  if (caller.actor.kind !== 'person' && caller.actor.kind !== 'agent') return
  if (!(await mayRead(tx, String(value), await lookerOf(world, tx, caller))))
    throw new Refusal('incident-unknown', {}, field)
})

/**
 * Somebody whom a verb names, by their id in Slack: who can be given something to do there. `unable`: the refusal of an account that
 * cannot, null where any will do; `unknowing`: of somebody who may not know of the incident, null where being named brings them in.
 */
export const personNamed = ({
  unable = 'unable',
  unknowing = 'unknowing',
}: {
  unable?: RefusalCode | null
  unknowing?: RefusalCode | null
} = {}) =>
  proven(z.string().regex(/^[UW][A-Z0-9]{1,30}$/), async (value, field, { world, tx, incident }) => {
    const user = String(value)
    const why = await inabilityOf(tx, world.settings(), incident.id, user)
    if (why === 'unknowing') {
      if (unknowing) throw new Refusal(unknowing, { user }, field)
    } else if (why && unable) {
      const name = (await namesOf(tx, [user])).get(user) ?? user
      throw new Refusal(unable, { user, name, why }, field)
    }
  })

/** What the value of a field must be, through what may be left out, lists and transforms; undefined for what is no name of anything. */
export function proofOf(schema: z.core.$ZodType): Proof | undefined {
  const own = proofs.get(schema)
  if (own) return own
  const inner = withinOf(schema)
  return inner && proofOf(inner)
}

/** What stands within a schema that only wraps another. */
export function withinOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return schema.def.innerType
  if (schema instanceof z.ZodArray) return schema.def.element
  return schema instanceof z.ZodPipe ? schema.def.in : undefined
}

/** Proves all that an input names. Throws the first `Refusal`. */
export async function prove(schema: z.ZodType, input: unknown, deed: Deed): Promise<void> {
  if (!(schema instanceof z.ZodObject) || typeof input !== 'object' || input === null) return
  const given = new Map<string, unknown>(Object.entries(input))
  for (const [field, each] of Object.entries(schema.shape)) {
    const proof = proofOf(each)
    if (!proof) continue
    const value = given.get(field)
    for (const one of Array.isArray(value) ? value : [value]) {
      const said = one instanceof Date ? one.toISOString() : one
      if (typeof said === 'string' || typeof said === 'number') await proof(said, field, deed)
    }
  }
}
