import { mentionedIn } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { actionsOf } from '../actions/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { namesOf } from '../directory/index.ts'
import { factsAbout } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { messagesIn } from '../projection/index.ts'
import { peopleInEntry, timelineOf } from '../record/index.ts'
import type { Settings } from '../settings/index.ts'
import { todosOf } from '../todos/index.ts'
import { lastUpdate } from '../updates/index.ts'
import { type Document, gapsOf, type Reading } from './document.ts'
import { roleHistoryOf } from './role-history.ts'
import { postmortemOf, writtenOf } from './store.ts'
import { gapsShown, templateFor } from './template.ts'

/** Loads all that the document of an incident is made of; undefined when there is no such incident. */
export async function readDocument(
  reader: Reader,
  settings: Settings,
  incidentId: string,
): Promise<{ document: Document; reading: Reading } | undefined> {
  const subject = incidentSubject(incidentId)
  const incident = await incidentById(reader, incidentId)
  if (!incident) return undefined
  const [channel, postmortem, written, levels, roles, update, timeline, actions, todos] = await Promise.all([
    channelOf(reader, incidentId),
    postmortemOf(reader, incidentId),
    writtenOf(reader, incidentId),
    factsAbout(reader, subject, ['incident.level_set']),
    roleHistoryOf(reader, incidentId),
    lastUpdate(reader, incidentId),
    timelineOf(reader, incidentId),
    actionsOf(reader, incidentId),
    todosOf(reader, incidentId),
  ])
  const messages = channel?.channelId ? await messagesIn(reader, subject, channel.channelId) : new Map<string, string>()
  const template = templateFor(incident, settings)
  const document: Document = {
    incident,
    channel,
    postmortem,
    template,
    written,
    levels,
    roles,
    timeline,
    actions,
    messages,
    firstUpdateAt: update?.firstAt ?? null,
    todos: new Map([...todos.list, ...todos.closed].map(({ id, words }) => [id, words])),
    gaps: gapsOf({ incident, written, actions }, gapsShown(template)),
  }
  const names = await namesOf(reader, peopleIn(document))
  return { document, reading: { locale: template.language, settings, names } }
}

/** Everybody whom the document names. */
function peopleIn({ incident, roles, levels, timeline, actions, todos }: Document): string[] {
  const said = timeline.flatMap(peopleInEntry)
  const deciding = levels.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))
  const { declaredBy, postmortemOwner } = incident
  return [
    declaredBy,
    ...(postmortemOwner ? [postmortemOwner] : []),
    ...roles.map((each) => each.userId),
    ...deciding,
    ...actions.flatMap(({ owner }) => owner ?? []),
    ...[...todos.values()].flatMap((words) => mentionedIn(words ?? '')),
    ...said,
  ]
}
