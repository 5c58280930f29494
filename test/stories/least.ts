import { z } from 'zod'

const words = z.array(z.string()).optional()
const shape = z.object({ enum: words, items: z.object({ enum: words }).optional() })

/** What a value of this shape may be, the first that its schema reads. */
function valueFor(schema: z.core.$ZodType, described: unknown): unknown {
  const { enum: own = [], items } = shape.parse(described)
  const said = [...own, ...(items?.enum ?? [])]
  const single = [...said, '2026-12-24', '2026-11-23T14:00:00+09:00', 'U0ITO', 'C0GENERAL', 'x', '1', 15]
  const value = [...single, ...single.map((each) => [each])].find((each) => z.safeParse(schema, each).success)
  if (value === undefined) throw new Error(`The walk has no value for ${JSON.stringify(described)}: give it one`)
  return value
}

/** The fields that a verb must be given, each with something that it reads. */
export function leastFor(input: z.ZodType): Record<string, unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' })
  const shape = input instanceof z.ZodObject ? input.shape : {}
  return Object.fromEntries(required.map((name) => [name, valueFor(shape[name], properties[name])]))
}
