import type { Line } from './ledger.ts'

/**
 * What stories did on PostgreSQL and none did on PGlite: verbs, facts (whose effects follow from them), timers and jobs, each
 * with a story that could be told everywhere. Empty when each was done on PGlite at least once.
 */
export function undoneOnPGlite(lines: readonly Line[]): { did: string; story: string }[] {
  const onPGlite = new Set(lines.flatMap((line) => (line.database === 'PGlite' ? line.did : [])))
  const missing = new Map<string, string>()
  for (const { did, story } of lines)
    for (const each of did) if (!onPGlite.has(each) && !missing.has(each)) missing.set(each, story)
  return [...missing].map(([did, story]) => ({ did, story })).toSorted((a, b) => (a.did < b.did ? -1 : 1))
}
