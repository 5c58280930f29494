import type { Finding } from './check.ts'
import { examine } from './examine.ts'
import type { GroundParts } from './grounds.ts'

/** What the doctor reports while it looks: a finding, or its progress. */
export type Line = { check: Finding } | { progress: string }

/** An examination line by line, as it comes. */
export async function* examination(parts: Omit<GroundParts, 'tell'>): AsyncGenerator<Line> {
  const waiting: Line[] = []
  let wake = () => {}
  const tell = (progress: string) => {
    waiting.push({ progress })
    wake()
  }
  const findings = examine({ ...parts, tell })
  let next = findings.next()
  while (true) {
    const woken = new Promise<'told'>((resolve) => {
      wake = () => resolve('told')
    })
    const step = waiting.length > 0 ? 'told' : await Promise.race([next, woken])
    yield* waiting.splice(0)
    if (step === 'told') continue
    if (step.done) return
    yield { check: step.value }
    next = findings.next()
  }
}
