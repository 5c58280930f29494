import { type Block, button, context, type FieldValue, listed, section } from '../../kit/block-kit/index.ts'
import { heardBy } from '../faces/index.ts'
import { type IncidentKind, type IncidentType, incidentKinds, incidentTypes, type Settings } from '../settings/index.ts'
import type { Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** The button that turns the declaration into a private one. */
export const privateActionId = 'incident.declare.private'

type Answers = Readonly<Record<string, FieldValue>>

const typesOf = (chosen: FieldValue | undefined): IncidentType[] =>
  incidentTypes.filter((type) => Array.isArray(chosen) && chosen.includes(type))

const kindOf = (chosen: FieldValue | undefined): IncidentKind => incidentKinds.find((kind) => kind === chosen) ?? 'real'

/** More of them in one line nobody reads. */
const mostNamed = 8

/** Who would read what the form says now. */
function readersOf(values: Answers, settings: Settings, visibility: 'public' | 'private') {
  const said = (field: 'service' | 'level' | 'urgency') => {
    const value = values[field]
    return typeof value === 'string' ? value : undefined
  }
  const { level, urgency, service = '' } = { level: said('level'), urgency: said('urgency'), service: said('service') }
  return heardBy(
    { service, level, urgency, types: typesOf(values.type), kind: kindOf(values.kind), visibility },
    settings,
  )
}

/**
 * Who will read it, as the form stands now; and where confidentiality is at stake and it would be public, the way to declare it
 * privately.
 */
export function readersBlocks(values: Answers, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  if (typeof values.service !== 'string') return []
  const more = { each: (name: string) => name, more: (count: number) => t('readers.more', { count }) }
  const names = (all: readonly string[]) => (all.length > 0 ? listed(all, mostNamed, more) : t('readers.none'))
  const isPrivate = values.visibility === 'private'
  const now = readersOf(values, voice.settings, isPrivate ? 'private' : 'public')
  if (isPrivate) {
    const isAlone = now.people.length === 0
    return [context(isAlone ? t('readers.private.alone') : t('readers.private', { people: names(now.people) }))]
  }
  if (!typesOf(values.type).includes('confidentiality') || kindOf(values.kind) !== 'real')
    return [context(t('readers.public', { channels: names(now.channels) }))]
  const hidden = readersOf(values, voice.settings, 'private')
  const words = t(hidden.people.length === 0 ? 'readers.secret.alone' : 'readers.secret', {
    channels: names(now.channels),
    people: names(hidden.people),
  })
  return [section(words, button({ actionId: privateActionId, text: t('readers.hide'), style: 'danger' }))]
}
