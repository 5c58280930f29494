import {
  asMessage,
  actions as buttons,
  channelLink,
  context,
  escapeClipped,
  type MessageContent,
  section,
  smallMessage,
} from '../../kit/block-kit/index.ts'
import { type ActionItem, hasGaps, type SideField } from '../../rooms/actions/index.ts'
import { actionFacts, actionTitle, controlsBlockId, verbButton } from '../../rooms/faces/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import {
  dayName,
  elapsed,
  kindMark,
  personName,
  plainTitle,
  type Situation,
  type Voice,
} from '../../rooms/situation/index.ts'
import { texts } from './texts.ts'

const dayMs = 86_400_000

/** Why one person gets a message about one item. */
export type Occasion =
  | { is: 'asked'; by: string }
  | { is: 'reminded'; as: 'owner' | 'lead'; shift: number; dueOn: string }

const where = ({ channel }: Situation): string =>
  channel.channelId ? channelLink(channel.channelId) : `#${escapeClipped(channel.name, 80)}`

/** The same in a line that says nothing else of the incident. */
const marked = (situation: Situation, voice: Voice): string =>
  kindMark(situation.incident.kind, voice) + where(situation)

const title = ({ incident }: Situation, voice: Voice): string => escapeClipped(plainTitle(incident, voice), 150)

/** By direct message: what is to be done, and the buttons for what may become of it. */
export function occasionMessage(
  occasion: Occasion,
  item: ActionItem,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const head = headOf(occasion, item, situation, voice)
  const row = `${actionTitle(item, voice, 1000)}\n${actionFacts(item, voice, (id) => personName(id, voice))}`
  const about = t('about', { where: where(situation), title: title(situation, voice) })
  return asMessage(
    [head, row, about],
    [
      section(`${head}\n${row}`),
      context(about),
      buttons(controlsBlockId(situation.incident.id), [
        verbButton('done-action', voice, { argument: item.id }),
        verbButton('move-action', voice, { argument: item.id }),
        verbButton('change-action', voice, { argument: item.id }),
        verbButton('waive-action', voice, { argument: item.id }),
      ]),
    ],
  )
}

function headOf(occasion: Occasion, { owner }: ActionItem, { incident }: Situation, voice: Voice): string {
  const t = texts.in(voice.locale)
  const mark = kindMark(incident.kind, voice)
  if (occasion.is === 'asked') return t('asked', { mark, who: personName(occasion.by, voice) })
  const { shift, dueOn } = occasion
  const length = lengthOf(Math.abs(shift), voice)
  if (occasion.as === 'lead') {
    return owner
      ? t('lead.after', { mark, length, owner: personName(owner, voice) })
      : t('lead.unowned', { mark, day: dayName(dueOn, voice) })
  }
  if (shift < 0) return t('before', { mark, length })
  return shift < dayMs ? t('today', { mark }) : t('after', { mark, length })
}

/** Whole days as people say them. */
function lengthOf(ms: number, voice: Voice): string {
  const days = ms / dayMs
  if (!Number.isInteger(days)) return elapsed(ms, voice)
  const t = texts.in(voice.locale)
  return days === 1 ? t('length.day') : t('length.days', { days })
}

/** What became of an item after somebody got a message about it, in one line. */
export function overMessage(
  item: ActionItem | undefined,
  n: number,
  why: 'given' | 'moved' | 'later' | undefined,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  const state = item ? item.state : 'removed'
  const gaps = { n, where: marked(situation, voice), day: dayName(item?.dueOn ?? null, voice) }
  const moved = item?.dueOn ? 'moved' : 'moved.open'
  const text = t(`over.${state !== 'open' ? state : why === 'moved' ? moved : (why ?? 'later')}`, gaps)
  return { text, blocks: [context(text)] }
}

/** How many are settled in one sitting. */
const mostGaps = 15

/** Who writes the postmortem is asked by whom and when what was said is done. Shrinks to a line once it is settled. */
export function gapsMessage(isNewest: boolean, situation: Situation, voice: Voice): MessageContent {
  const t = texts.in(voice.locale)
  const { incident, actions } = situation
  const gaps = actions.filter(hasGaps)
  if (gaps.length === 0 || !isNewest) {
    const short = t(gaps.length === 0 ? 'gaps.over' : 'gaps.later', { where: marked(situation, voice) })
    return smallMessage(short)
  }
  const mark = kindMark(incident.kind, voice)
  const head = t('gaps.ask', { mark, count: gaps.length, where: where(situation), title: title(situation, voice) })
  const shown = gaps.slice(0, mostGaps)
  const rows = shown.map(
    (item) => `${actionTitle(item, voice, 150)}\n${actionFacts(item, voice, (id) => personName(id, voice))}`,
  )
  const more = gaps.length > mostGaps ? [t('gaps.more', { count: gaps.length - mostGaps })] : []
  return asMessage(
    [head, ...rows, ...more],
    [
      section(head),
      ...shown.map((item, n) => ({
        ...section(rows[n] ?? '', verbButton('change-action', voice, { argument: item.id })),
        block_id: controlsBlockId(incident.id, n),
      })),
      ...more.map((line) => context(line)),
      buttons(controlsBlockId(incident.id), [verbButton('actions', voice)]),
    ],
  )
}

/** Slack and GitHub were both changed: a person says which holds. Shrinks to a line once both agree. */
export function conflictMessage(
  item: ActionItem | undefined,
  n: number,
  isNewest: boolean,
  situation: Situation,
  voice: Voice,
): MessageContent {
  const t = texts.in(voice.locale)
  if (!item?.conflict || !isNewest) {
    const short = t(item?.conflict ? 'over.later' : 'over.settled', { n, where: marked(situation, voice) })
    return smallMessage(short)
  }
  const head = `${t('conflict', { mark: kindMark(situation.incident.kind, voice) })}\n${actionTitle(item, voice, 1000)}`
  const about = t('about', { where: where(situation), title: title(situation, voice) })
  const rows = Object.entries(item.conflict).flatMap(([name, sides]) => {
    // The keys of a conflict are the fields of both sides.
    const field = name as SideField
    const isOwner = field === 'login' && item.owner !== null
    const here = isOwner && item.owner ? personName(item.owner, voice) : valueWords(field, sides.here, voice)
    return [
      { field, side: 'here', words: t(`conflict.${field}.here`, { value: here }) },
      { field, side: 'there', words: t(`conflict.${field}.there`, { value: valueWords(field, sides.there, voice) }) },
    ]
  })
  return asMessage(
    [head, ...rows.map(({ words }) => words), about],
    [
      section(head),
      ...rows.map(({ field, side, words }, at) => ({
        ...section(words, verbButton('settle-action', voice, { argument: `${item.id}|${field}|${side}` })),
        block_id: controlsBlockId(situation.incident.id, at),
      })),
      context(about),
    ],
  )
}

/** A value as people say it. */
function valueWords(field: SideField, value: string | null, voice: Voice): string {
  const t = texts.in(voice.locale)
  if (value === null) return t('none')
  if (field === 'state') return t(`state.${value === 'done' || value === 'waived' ? value : 'open'}`)
  if (field === 'due') return dayName(value, voice)
  return escapeClipped(value, 60)
}

/** The facts from which messages about action items follow. */
export const actionFactTypes = [
  'actions.added',
  'actions.changed',
  'actions.reminded',
  'actions.gaps_asked',
  'actions.conflicted',
] as const
export type ActionFact = FactOf<(typeof actionFactTypes)[number]>
