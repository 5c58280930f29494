import { later } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db/index.ts'
import { setTimer } from '../../kit/timers/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { World } from '../facts/index.ts'
import { type Incident, incidentById } from '../incident/index.ts'
import { type Draft, draftOf, postmortemOf } from '../postmortem/index.ts'
import { dayIn, type Place, type Settings } from '../settings/index.ts'
import { publishTimer } from './effects.ts'
import { usualFolderBranch } from './folder.ts'
import { branchFor, type Publication, pathFor } from './publication.ts'
import { createRun, leaseMs, type Run } from './run.ts'
import { addPublication, hold, isPathTaken, publicationOf } from './store.ts'

/** Where the document of an incident belongs now; undefined where it goes nowhere by itself. */
export const placeOf = ({ visibility }: Pick<Incident, 'visibility'>, { publishing }: Settings): Place | undefined =>
  visibility === 'private' ? publishing.private : publishing.public

/** Takes the document of an incident, for which a place is chosen the first time. Undefined when there is nothing to do. */
export async function begin(world: World, incidentId: string): Promise<{ run: Run; incident: Incident } | undefined> {
  const isKnown = (await publicationOf(world.db.read, incidentId)) !== undefined
  const draft = isKnown ? undefined : await draftOf(world, incidentId)
  return world.db.transaction(async (tx) => {
    const now = world.clock.now()
    const incident = await incidentById(tx, incidentId)
    if (!incident) return undefined
    if (!isKnown && !(draft && (await choosePlace(world, tx, incident, draft)))) return undefined
    const holder = world.ids.next('run')
    if (!(await hold(tx, incidentId, holder, now, later(now, leaseMs)))) {
      // Whoever has it may have seen an older draft, or be gone.
      const dueAt = later(now, leaseMs)
      await setTimer(tx, { subject: incidentSubject(incidentId), kind: publishTimer, dueAt })
      return undefined
    }
    const publication = await publicationOf(tx, incidentId)
    return publication && { run: createRun(world, publication, holder), incident }
  })
}

async function choosePlace(world: World, tx: Tx, incident: Incident, draft: Draft): Promise<boolean> {
  const settings = world.settings()
  const place = placeOf(incident, settings)
  const { status, draftedAt } = await postmortemOf(tx, incident.id)
  // Written before it is over for the users, it waits: what is not known yet would only be corrected.
  const isOver = incident.status === 'recovered' || incident.status === 'completed'
  if (!place || !isOver || !draftedAt || status === 'waived') return false
  await addPublication(tx, await addressFor(tx, incident, draft, place, settings))
  return true
}

/** Branch and path of a document in a place, which no other incident has there. */
export async function addressFor(
  tx: Tx,
  incident: Incident,
  draft: Draft,
  place: Place,
  settings: Settings,
): Promise<Pick<Publication, 'incidentId' | 'kind' | 'place' | 'branch' | 'path' | 'secret'>> {
  const where = place.kind === 'github' ? place.repository : place.folder
  let { slug } = draft
  const day = dayIn(settings.timezone, incident.declaredAt)
  const pathOf = (slug: string) => pathFor(place.path, { day, service: incident.service, slug })
  for (let n = 2; await isPathTaken(tx, place.kind, where, pathOf(slug)); n++) slug = `${draft.slug}-${n}`
  return {
    incidentId: incident.id,
    kind: place.kind,
    place: where,
    branch: place.kind === 'github' ? branchFor(slug) : (place.branch ?? usualFolderBranch),
    path: pathOf(slug),
    secret: incident.visibility === 'private',
  }
}
