import { type RawBuilder, sql } from 'kysely'

/** What a jsonb column may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * A value for a jsonb column. Needed for lists and texts, which pg would otherwise send as SQL arrays or bare text; and
 * it strikes out U+0000, which PostgreSQL refuses in jsonb and people paste into Slack.
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value).replaceAll('\\u0000', '')}::jsonb`
}
