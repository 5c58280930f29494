import { asMessage, channelLink, context, type MessageContent, section } from '../../kit/block-kit/index.ts'
import type { ActionItem } from '../actions/index.ts'
import { actionFacts, actionTitle, controlsBlockId, verbButton } from '../faces/index.ts'
import type { Incident } from '../incident/index.ts'
import { kindMark, personName, publicTitle, type Voice } from '../situation/index.ts'
import { texts } from './texts.ts'

/** One open action item and the incident that it came from. */
export type BoardRow = { item: ActionItem; incident: Incident; channelId: string | null }

/** As many are talked through in a meeting; what is due first comes first. */
const mostRows = 20

/** What a team still has to do so that it does not happen again. People are named and not called: they have had their own messages. */
export function boardMessage(rows: readonly BoardRow[], day: string, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const late = rows.filter(({ item }) => item.dueOn !== null && item.dueOn < day).length
  const head = t(late > 0 ? 'board.title.late' : 'board.title', { count: rows.length, late })
  const shown = rows.slice(0, mostRows)
  const lines = shown.map((row) => rowWords(row, day, voice))
  const more = rows.length > mostRows ? [t('more', { count: rows.length - mostRows })] : []
  return asMessage(
    [head, ...lines, ...more],
    [
      section(head),
      ...shown.map(({ item, incident }, n) => ({
        ...section(lines[n] ?? '', verbButton('change-action', voice, { argument: item.id })),
        block_id: controlsBlockId(incident.id, n),
      })),
      ...more.map((line) => context(line)),
    ],
  )
}

function rowWords({ item, incident, channelId }: BoardRow, day: string, voice: Voice): string {
  const t = texts.in(voice.locale)
  const isLate = item.dueOn !== null && item.dueOn < day
  const where = channelId ? channelLink(channelId) : publicTitle(incident, voice, 40)
  return [
    `${isLate ? ':rotating_light: ' : ''}${kindMark(incident.kind, voice)}${actionTitle(item, voice, 150)}`,
    t('board.row', { facts: actionFacts(item, voice, (id) => personName(id, voice)), where }),
  ].join('\n')
}
