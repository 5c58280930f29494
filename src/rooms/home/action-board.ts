import type { Reader } from '../../kit/db/index.ts'
import { openActions } from '../actions/index.ts'
import { channelOf } from '../channel/index.ts'
import { channelLanguages, channelsByAnyName, isForOutsiders, namesOf } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import type { Show, Slot } from '../projection/index.ts'
import { type BoardRow, boardMessage } from './action-board-messages.ts'

/** One week's board: to the channels of each service what is open of its public incidents, once. */
export const showActionBoard =
  (world: World): Show =>
  async (reader, subject) => {
    const settings = world.settings()
    const [, day] = /^action-board:(\d{4}-\d{2}-\d{2})$/.exec(subject) ?? []
    if (!day || settings.actions.board === 'off') return []
    const rows = await rowsOf(reader, settings.actions.board.drills)
    const byChannel = new Map<string, BoardRow[]>()
    for (const [key, { channels }] of Object.entries(settings.services)) {
      const its = rows.filter(({ incident }) => incident.service === key)
      if (its.length === 0) continue
      for (const channel of await channelsByAnyName(reader, channels)) {
        // A list of what has gone wrong is for nobody else's eyes.
        if (isForOutsiders(channel)) continue
        const { id } = channel
        byChannel.set(id, [...(byChannel.get(id) ?? []), ...its])
      }
    }
    const names = await namesOf(
      reader,
      rows.flatMap(({ item }) => item.owner ?? []),
    )
    const languageAt = await channelLanguages(reader, settings)
    return [...byChannel].map(
      ([channel, its]): Slot => ({
        slot: `action-board:${channel}`,
        keep: 'once',
        lane: 'cosmetic',
        shows: [...new Set(its.map(({ incident }) => incident.id))],
        act: {
          do: 'message',
          channel,
          content: boardMessage(its, day, { settings, locale: languageAt(channel), names }),
        },
      }),
    )
  }

/** What is open of the incidents that everybody may know of. */
async function rowsOf(reader: Reader, withDrills: boolean): Promise<BoardRow[]> {
  const rows: BoardRow[] = []
  for (const item of await openActions(reader)) {
    const incident = await incidentById(reader, item.incidentId)
    if (incident?.visibility !== 'public' || (incident.kind !== 'real' && !withDrills)) continue
    rows.push({ item, incident, channelId: (await channelOf(reader, item.incidentId))?.channelId ?? null })
  }
  return rows
}
