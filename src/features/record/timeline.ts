import {
  type Block,
  button,
  actions as buttons,
  context,
  escapeClipped,
  type ModalView,
  readable,
  section,
} from '../../kit/block-kit/index.ts'
import {
  type Command,
  closeLabel,
  controlsBlockId,
  timelineTelling,
  verbActionId,
  verbForm,
} from '../../rooms/faces/index.ts'
import {
  type Proposal,
  proposalsOf,
  type Telling,
  type TimelineEntry,
  tellEntry,
  timelineOf,
} from '../../rooms/record/index.ts'
import { oneLine, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'
import { momentValue } from './moments.ts'

const divider: Block = { type: 'divider' }

/** A form has 100 blocks at most: the newest entries, because the rest has been read before. */
const mostRows = 60
const mostMoments = 5
const longestRow = 200

/** What the form shows. */
export type Timeline = { entries: readonly TimelineEntry[]; proposals: readonly Proposal[]; telling: Telling }

/** The timeline of an incident, what may be missing from it, and a button at each entry to put it right. */
export function timelineForm({ entries, proposals, telling }: Timeline, situation: Situation, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const rows = entries.slice(-mostRows)
  const more = entries.length - rows.length
  const id = (n: number) => controlsBlockId(situation.incident.id, n)
  const words = { title: t('timeline.title'), close: closeLabel(voice.locale) }
  return verbForm('timeline', { situation, voice }, words, [
    ...(proposals.length > 0 ? [section(`*${t('moments.title')}*`), context(t('moments.how'))] : []),
    ...proposals.slice(0, mostMoments).flatMap((each, n) => momentRows(each, id(n), telling, voice)),
    ...(proposals.length > 0 ? [divider] : []),
    ...(more > 0 ? [context(t('timeline.more', { count: more }))] : []),
    ...(rows.length === 0 ? [section(t('timeline.none'))] : []),
    ...rows.map(
      (entry, n): Block => ({
        ...section(
          rowOf(entry, telling, voice),
          button({ actionId: verbActionId('edit-entry'), text: t('label.edit-entry'), value: entry.key }),
        ),
        block_id: id(mostMoments + n),
      }),
    ),
    buttons(id(mostMoments + mostRows), [button({ actionId: verbActionId('add-entry'), text: t('label.add-entry') })]),
    context(t('timeline.how')),
  ])
}

function rowOf(entry: TimelineEntry, telling: Telling, voice: Voice): string {
  const t = texts.in(voice.locale)
  const words = escapeClipped(tellEntry(entry, telling), longestRow)
  const told = entry.hidden ? t('timeline.hidden', { words }) : words
  const edited = entry.edits.length > 0 ? ` ${t('timeline.edited')}` : ''
  const marks = entry.is === 'message' ? entry.message.kinds.map((kind) => t(`timeline.mark.${kind}`)).join('') : ''
  const link =
    entry.is === 'message' && entry.message.permalink ? ` <${entry.message.permalink}|${t('timeline.link')}>` : ''
  return `${when(entry.at, voice)} ${marks}${marks && ' '}${told}${edited}${link}`
}

/** A proposed moment, why it is proposed, and the two answers to it. */
function momentRows({ message, reasons }: Proposal, blockId: string, telling: Telling, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const who = telling.names.get(message.author ?? '') ?? message.author ?? t('moments.somebody')
  const words = oneLine(readable(message.words, telling.names)) || '—'
  const why = reasons.map((reason) => {
    if (reason.is === 'topic') return t(`moments.topic.${reason.topic}`)
    if (reason.is === 'link') return t(`moments.link.${reason.to}`)
    return reason.is === 'burst' ? t('moments.burst', { count: reason.count }) : t('moments.newcomer')
  })
  const row = `${when(message.saidAt, voice)} ${escapeClipped(who, 80)}: ${escapeClipped(words, longestRow)}`
  const value = momentValue(message)
  return [
    section(`${row}\n_${t('moments.why', { why: why.join(t('moments.separator')) })}_`),
    buttons(blockId, [
      button({ actionId: verbActionId('accept-moment'), text: t('label.accept-moment'), value }),
      button({ actionId: verbActionId('refuse-moment'), text: t('label.refuse-moment'), value }),
    ]),
  ]
}

export const timelineCommand: Command = {
  verb: 'timeline',
  label: (locale) => texts.in(locale)('label.timeline'),
  spoken: {
    ja: ['タイムライン', 'タイムラインを見る', '時系列', '経緯', '履歴', '何があった', 'これまでの経緯'],
    en: ['timeline', 'show timeline', 'history', 'what happened', 'what happened so far', 'chronology', 'log'],
  },
  offered: () => true,
  async look(reader, { situation }, voice) {
    const { id } = situation.incident
    const entries = await timelineOf(reader, id, { withHidden: true })
    const proposals = await proposalsOf(reader, id, mostMoments)
    const telling = await timelineTelling(reader, entries, proposals, situation, voice)
    return timelineForm({ entries, proposals, telling }, situation, voice)
  },
  // The click opens the timeline, and there is nothing to send.
  run: async () => undefined,
}
