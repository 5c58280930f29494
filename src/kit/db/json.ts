import { type ColumnType, type RawBuilder, sql } from 'kysely'
import { jsonText } from '../well-formed.ts'

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

declare const stored: unique symbol

/** A value on its way into a jsonb column: only {@link json} makes one. */
export interface Stored {
  readonly [stored]: true
}

/** A jsonb column: comes as `unknown`, to be narrowed by whoever wrote it; goes through {@link json}. */
export type JsonColumn<Null = never> = ColumnType<unknown, Stored | Null, Stored | Null>

/**
 * A value for a jsonb column. Needed because pg would send a list as an SQL array and a text bare. Takes out what
 * PostgreSQL refuses in jsonb. Throws a TypeError for what JSON cannot say (undefined).
 */
export function json(value: unknown): RawBuilder<Stored> {
  const text = jsonText(value)
  if (text === undefined) throw new TypeError('Not a value for a jsonb column: undefined')
  return sql`${text}::jsonb`
}
