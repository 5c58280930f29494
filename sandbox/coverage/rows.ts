import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Shape } from './shape.ts'

/** A shape as the tables beside this file hold it. */
export const shape: z.ZodType<Shape> = z.lazy(() =>
  z.union([z.enum(['string', 'number', 'boolean', 'any']), z.tuple([]), z.tuple([shape]), z.record(z.string(), shape)]),
)

/** The rows of a table beside this file. */
export function rows<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => schema.parse(JSON.parse(line)))
}
