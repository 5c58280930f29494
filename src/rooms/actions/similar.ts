import type { Reader } from '../../kit/db/index.ts'
import { channelsOf } from '../channel/index.ts'
import { type Incident, incidentsByIds } from '../incident/index.ts'
import type { ActionItem } from './action.ts'
import { newestOpenActions } from './store.ts'

/** An open action item of an earlier incident that was like this one. */
export type Related = { item: ActionItem; incident: Incident; channelId: string | null }

/** What two incidents are compared by. */
type Told = Pick<Incident, 'service' | 'types' | 'summary'> & { impact?: string | null }

/** From here on people say that it is the same again: found by trying on pairs of real reports. */
const similarFrom = 0.3
/** The same harm done says something, and not enough by itself. */
const forType = 0.1
/** How many open items are compared, the newest: each rendering of an open incident waits for it. */
const mostCompared = 300
/** How many are shown during a response. */
const mostShown = 3

/**
 * How alike two incidents are, from 0 to 1: nothing where the services differ; else how much of what they are told with is the
 * same (Dice's coefficient of their pieces), a little more where the same was harmed.
 */
export function similarity(one: Told, other: Told): number {
  if (one.service !== other.service) return 0
  const words = dice(piecesOf(told(one)), piecesOf(told(other)))
  const sharesType = one.types.some((type) => other.types.includes(type))
  return words === 0 ? 0 : Math.min(1, words + (sharesType ? forType : 0))
}

const told = ({ summary, impact }: Told): string => `${summary}\n${impact ?? ''}`

/**
 * The pieces of a text that carry meaning. Japanese puts no spaces, so of its letters every two that stand together are one (but
 * not two hiragana, which are mostly grammar); of other scripts the words of three letters and more are.
 */
export function piecesOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const pieces = new Set<string>(plain.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]{3,}/gu) ?? [])
  for (const [run] of plain.matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu)) {
    const letters = [...run]
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = `${letters[at]}${letters[at + 1]}`
      if (!/^\p{Script=Hiragana}+$/u.test(pair)) pieces.add(pair)
    }
  }
  return pieces
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const shared = [...one].filter((piece) => other.has(piece)).length
  return (2 * shared) / (one.size + other.size)
}

/** What was added last of all that is still open, for `relatedActions`: read beside whatever else is. */
export const newestOpen = (reader: Reader): Promise<ActionItem[]> => newestOpenActions(reader, mostCompared)

/**
 * What is still open of earlier incidents like this one, the most alike first, among what was added last. Of private incidents nothing: whoever sees this
 * one need not know of those. `items`: what `newestOpen` answered.
 */
export async function relatedActions(
  reader: Reader,
  incident: Incident,
  items: readonly ActionItem[],
): Promise<Related[]> {
  const open = items.filter(({ incidentId }) => incidentId !== incident.id)
  if (open.length === 0) return []
  const ids = [...new Set(open.map(({ incidentId }) => incidentId))]
  const [incidents, channels] = await Promise.all([incidentsByIds(reader, ids), channelsOf(reader, ids)])
  const others = new Map(incidents.map((each) => [each.id, each]))
  const channelIds = new Map(channels.map((each) => [each.incidentId, each.channelId]))
  const found = open.flatMap((item) => {
    const other = others.get(item.incidentId)
    if (other?.visibility !== 'public' || other.kind !== 'real') return []
    const score = similarity(incident, other)
    return score >= similarFrom ? [{ item, incident: other, score }] : []
  })
  const shown = found.toSorted((a, b) => b.score - a.score || (a.item.id < b.item.id ? -1 : 1)).slice(0, mostShown)
  return shown.map(({ item, incident: other }) => ({
    item,
    incident: other,
    channelId: channelIds.get(other.id) ?? null,
  }))
}
