import type { GitHub } from '../../../kit/github/index.ts'
import type { Incident } from '../../incident/index.ts'
import { type Draft, postmortemOf } from '../../postmortem/index.ts'
import { addressFor, placeOf } from '../begin.ts'
import { orAbsent } from '../halt.ts'
import { moveOn } from '../move.ts'
import { editionAfter } from '../publication.ts'
import type { Run } from '../run.ts'
import { rehome } from '../store.ts'
import { baseBranch } from './file.ts'

/**
 * Its pull request was merged, then the incident was taken up again and is over once more: there is more to learn, and the
 * document goes out by another pull request. It changes the file that was merged, unless people have written in that; then it
 * is a file beside it. Answers true when there is such a next place.
 */
export async function nextEdition(run: Run, github: GitHub, incident: Incident, draft: Draft): Promise<boolean> {
  const { world, publication } = run
  const settings = world.settings()
  const { status } = await postmortemOf(world.db.read, incident.id)
  const isOver = incident.status === 'recovered' || incident.status === 'completed'
  if (!isOver || status === 'published' || status === 'waived') return false
  const place = placeOf(incident, settings)
  if (place?.kind !== 'github' || place.repository !== publication.place) return moveOn(run, incident, draft)
  const { path, writtenBlob, branch } = publication
  const ref = await baseBranch(github, publication.place, place.branch)
  const merged = orAbsent(await github.call('contents.get', { repository: publication.place, path, ref }), 'file')
  if (!merged || merged.sha !== writtenBlob) return moveOn(run, incident, draft)
  await run.tell(async (tx) => {
    const address = await addressFor(tx, incident, draft, place, settings)
    await rehome(tx, { ...address, path, branch: editionAfter(branch) })
    return { change: { writtenBlob }, facts: [], show: true }
  })
  return true
}
