import { type Finding, findingOf } from './check.ts'
import { createFacts } from './facts.ts'
import type { GroundParts, Grounds } from './grounds.ts'
import { checks } from './list.ts'
import { tellIn } from './texts.ts'
import { trial } from './trial/trial.ts'

/** Looks at everything and tells what it finds, one after the other. A check that breaks is a finding, too. */
export async function* examine(parts: GroundParts): AsyncGenerator<Finding> {
  const t = tellIn(parts.locale)
  const on: Grounds = { ...parts, t, facts: createFacts(parts, t) }
  try {
    for (const check of checks) {
      if (parts.signal.aborted) return
      yield* await findingsOf(check, on)
    }
    if (parts.tries) yield* trial(on)
  } finally {
    if (on.facts.hasEar()) {
      const opened = await on.facts.ear()
      if (opened.is === 'open') opened.ear.close()
    }
  }
}

async function findingsOf(check: (typeof checks)[number], on: Grounds): Promise<Finding[]> {
  try {
    const verdicts = await check.run(on)
    return [verdicts ?? []].flat().map((verdict) => findingOf(check.id, verdict))
  } catch (error) {
    // Only the kind of error: its words may quote what nobody may read.
    const why = error instanceof Error ? error.name : 'error'
    return [findingOf(check.id, { ok: false, what: on.t('check.broke', { why }), fix: on.t('check.broke.fix') })]
  }
}
