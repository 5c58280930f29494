import type { Incident } from '../incident/index.ts'
import type { Draft } from '../postmortem/index.ts'
import { addressFor, placeOf } from './begin.ts'
import type { Run } from './run.ts'
import { rehome } from './store.ts'

/** What was taken back goes where it belongs now; answers false where it belongs nowhere. */
export async function moveOn(run: Run, incident: Incident, draft: Draft): Promise<boolean> {
  const { world } = run
  const settings = world.settings()
  const place = placeOf(incident, settings)
  if (!place) return false
  await run.tell(async (tx) => {
    await rehome(tx, await addressFor(tx, incident, draft, place, settings))
    return { change: {}, facts: [], show: true }
  })
  return true
}
