import { readable } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import type { Scope } from '../access/index.ts'
import { namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { type Waiting, waitingFor as waitingOf } from '../home/index.ts'
import { serviceNameOf } from './row.ts'
import type { WaitingAnswer, WaitingRow } from './shapes.ts'

/** Nobody works more off from one page. */
const mostRows = 100

/** What waits for one person, as on their home tab; `within`: as far as the token goes through which they ask. */
export async function waitingFor(
  world: World,
  { userId, within = null }: { userId: string; within?: Scope | null | undefined },
  locale: Locale,
): Promise<WaitingAnswer> {
  const waiting = await waitingOf(world, userId, world.clock.now(), within)
  const said = waiting.flatMap(({ about }) => (about && 'said' in about && about.said ? [about.said] : []))
  const names = await namesOf(world.db.read, mentionsIn(said))
  return { waiting: waiting.slice(0, mostRows).map((each) => rowOf(world, each, names, locale)) }
}

/** Whom people's own words name. */
const mentionsIn = (said: readonly string[]): string[] =>
  said.flatMap((words) => [...words.matchAll(/<[@#]([A-Z0-9]+)/g)].flatMap(([, id]) => id ?? []))

function rowOf(
  { settings }: Pick<World, 'settings'>,
  waiting: Waiting,
  names: ReadonlyMap<string, string>,
  locale: Locale,
): WaitingRow {
  const { incident, channel } = waiting.core
  return {
    what: waiting.what,
    incident: {
      id: incident.id,
      service: serviceNameOf(incident.service, settings()),
      summary: incident.summary,
      kind: incident.kind,
      channel: { id: channel.channelId, name: channel.name },
    },
    words: wordsOf(waiting, names, locale),
    due: waiting.due,
  }
}

function wordsOf({ about }: Waiting, names: ReadonlyMap<string, string>, locale: Locale): string | null {
  if (!about) return null
  return 'said' in about ? about.said && readable(about.said, names) : about.plain(locale)
}
