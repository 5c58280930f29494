import { z } from 'zod'
import type { Path } from './problem.ts'

/** The keys that the schema allows at a place in the file, to say which one was meant. */
export function keysAt(schema: unknown, path: Path): string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => keysAt(option, path))
  const [step, ...rest] = path
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
  if (inner instanceof z.ZodObject) return keysAt(inner.shape[String(step)], rest)
  if (inner instanceof z.ZodRecord) return keysAt(inner.valueType, rest)
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest)
  return []
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in)
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return unwrapped(schema.unwrap())
  return schema
}
