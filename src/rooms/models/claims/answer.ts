import { z } from 'zod'
import type { Claim, Part } from './evidence.ts'

/** No answer of ours is as long: a summary has twenty sentences at most. */
const mostClaims = 40

const shape = z.object({
  statements: z
    .array(
      z.object({
        words: z.string().trim().min(1).max(1000),
        sources: z.array(z.string().max(80)).max(20),
        assumption: z.boolean().default(false),
        part: z.string().max(80).optional(),
      }),
    )
    .max(mostClaims),
})

/** As the server is told it, where it takes a schema. `parts`: what sentences can be for. */
export const answerSchemaOf = (parts: readonly Part[]): Record<string, unknown> => ({
  type: 'object',
  additionalProperties: false,
  required: ['statements'],
  properties: {
    statements: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['words', 'sources', 'assumption', 'part'],
        properties: {
          words: { type: 'string' },
          sources: { type: 'array', items: { type: 'string' } },
          assumption: { type: 'boolean' },
          part: { type: 'string', enum: [...parts] },
        },
      },
    },
  },
})

/**
 * What an answer claims; undefined where it is not of the shape that was asked for. Models like to put JSON into a fence. A sentence for
 * something that was not asked for is left out; where it says nothing of it, the last of `parts` is meant.
 */
export function claimsIn(text: string, parts: readonly Part[]): Claim[] | undefined {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from) return undefined
  const read = shape.safeParse(parsed(text.slice(from, to + 1)))
  if (!read.success) return undefined
  return read.data.statements.flatMap(({ words, sources, assumption, part: named }): Claim[] => {
    const part = named === undefined ? parts.at(-1) : parts.find((each) => each === named)
    return part ? [{ words, sources, part, isAssumption: assumption }] : []
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: no answer.
    return undefined
  }
}
