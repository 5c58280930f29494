import { readable } from '../../kit/block-kit/index.ts'
import { isSupportTold } from '../faces/index.ts'
import { type Settings, severity } from '../settings/index.ts'
import { handlerOf, leftOf, type Situation } from '../situation/index.ts'
import type { BoardRow, Missing } from './shapes.ts'

const isoOf = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

/** An open incident as the board shows it, the same for all who may know of it; undefined for one that is over. */
export function rowOf(
  situation: Situation,
  settings: Settings,
  names: ReadonlyMap<string, string>,
): BoardRow | undefined {
  const { incident, channel, lastUpdate, todos } = situation
  const { status } = incident
  if (status !== 'responding' && status !== 'recovered') return undefined
  const handler = handlerOf(situation)
  const someone = (id: string) => ({ id, name: names.get(id) ?? id })
  return {
    id: incident.id,
    status,
    kind: incident.kind,
    visibility: incident.visibility,
    type: [...incident.types],
    service: serviceNameOf(incident.service, settings),
    summary: incident.summary,
    impact: incident.impact,
    level: levelOf(incident.level, settings),
    channel: { id: channel.channelId, name: channel.name },
    declared_at: incident.declaredAt.toISOString(),
    recovered_at: isoOf(incident.recoveredAt),
    handler: handler ? someone(handler) : null,
    update: lastUpdate
      ? {
          at: lastUpdate.at.toISOString(),
          by: someone(lastUpdate.by),
          condition: readable(lastUpdate.condition, names),
          unchanged_at: isoOf(lastUpdate.unchanged?.at),
        }
      : null,
    next_update_at: isoOf(lastUpdate?.nextAt),
    todos: { open: todos.open, all: todos.total },
    missing: missingIn(situation, settings),
  }
}

/** Whom a row names. */
export const namedIn = (situation: Situation): string[] =>
  [handlerOf(situation), situation.lastUpdate?.by].flatMap((id) => id ?? [])

/** A service in both languages; its key where the settings no longer know it. */
export const serviceNameOf = (key: string, { services }: Settings) => services[key]?.name ?? { ja: key, en: key }

function levelOf(key: string | null, { levels }: Settings): BoardRow['level'] {
  if (key === null) return null
  const step = levels.steps.find((each) => each.key === key)
  const name = step?.label ?? { ja: key, en: key }
  return { name, color: step?.color ?? '#868e96', severity: severity(key, levels) }
}

/** What the handler has not settled yet, or, once it has recovered, what is left before it is over. */
function missingIn(situation: Situation, settings: Settings): Missing[] {
  const { incident, lastUpdate } = situation
  if (incident.status === 'recovered') return leftOf(situation, settings).map(({ what }) => what)
  return [
    ...(handlerOf(situation) ? [] : ['handler' as const]),
    ...(incident.level ? [] : ['level' as const]),
    ...(incident.impact ? [] : ['impact' as const]),
    ...(lastUpdate ? [] : ['update' as const]),
    ...(isSupportTold(situation) ? [] : ['support' as const]),
  ]
}
