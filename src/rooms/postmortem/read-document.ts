import type { Reader } from '../../kit/db/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { factsAbout } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { peopleInEntry, timelineOf } from '../record/index.ts'
import type { Settings } from '../settings/index.ts'
import { lastUpdate } from '../updates/index.ts'
import { type Document, gapsOf, type Reading } from './document.ts'
import { postmortemOf, writtenOf } from './store.ts'
import { gapsShown, templateFor } from './template.ts'

const taken = ['roles.handler_taken', 'roles.handed_over', 'roles.role_claimed'] as const

/** Loads all that the document of an incident is made of; undefined when there is no such incident. */
export async function readDocument(
  reader: Reader,
  settings: Settings,
  incidentId: string,
): Promise<{ document: Document; reading: Reading } | undefined> {
  const subject = incidentSubject(incidentId)
  const incident = await incidentById(reader, incidentId)
  if (!incident) return undefined
  const [channel, postmortem, written, levels, takings, update, timeline] = await Promise.all([
    channelOf(reader, incidentId),
    postmortemOf(reader, incidentId),
    writtenOf(reader, incidentId),
    factsAbout(reader, subject, ['incident.level_set']),
    factsAbout(reader, subject, taken),
    lastUpdate(reader, incidentId),
    timelineOf(reader, incidentId),
  ])
  const template = templateFor(incident, settings)
  const held = takings.map((fact) => {
    if (fact.type === 'roles.role_claimed') return { role: fact.data.role, userId: fact.data.user }
    return { role: 'handler', userId: fact.type === 'roles.handed_over' ? fact.data.to : fact.data.user }
  })
  const roles = [...new Map(held.map((each) => [`${each.role}:${each.userId}`, each])).values()]
  const document: Document = {
    ...{ incident, channel, postmortem, template, written, levels, roles, timeline },
    firstUpdateAt: update?.firstAt ?? null,
    gaps: gapsOf({ incident, written }, gapsShown(template)),
  }
  const names = await namesOf(reader, peopleIn(document))
  return { document, reading: { locale: template.language, settings, names } }
}

/** Everybody whom the document names. */
function peopleIn({ incident, roles, levels, timeline }: Document): string[] {
  const said = timeline.flatMap(peopleInEntry)
  const deciding = levels.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))
  const { declaredBy, postmortemOwner } = incident
  return [
    declaredBy,
    ...(postmortemOwner ? [postmortemOwner] : []),
    ...roles.map((each) => each.userId),
    ...deciding,
    ...said,
  ]
}
