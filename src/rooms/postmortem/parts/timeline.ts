import { clip } from '../../../kit/block-kit/index.ts'
import { inline, link, table } from '../../../kit/markdown/index.ts'
import type { Fact } from '../../facts/index.ts'
import type { Incident } from '../../incident/index.ts'
import { type TimelineEntry, tellEntry } from '../../record/index.ts'
import { archivesOf, type Document, type Reading } from '../document.ts'
import { texts } from '../texts.ts'
import { clockOf } from './words.ts'

/** A message longer than this is read in Slack, in characters. */
const longestRow = 500

/** What happened, row by row, in the time of the settings' zone, whose clock leads to the message that shows it. */
export function timelineTable(document: Document, reading: Reading): string {
  const { timeline, incident, todos } = document
  const t = texts.in(reading.locale)
  const { timezone } = reading.settings
  const clock = clockOf(timezone)
  const telling = { ...reading, todos }
  const said = timeline.map((entry) => ({
    at: entry.at,
    words: inline(clip(tellEntry(entry, telling), longestRow)),
    address: addressOf(entry, document),
  }))
  const rows = [...momentRows(incident, reading), ...said]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, words, address }) => [address ? link(clock(at), address) : clock(at), words])
  if (rows.length === 0) return t('timeline.none')
  return table([t('timeline.when', { timezone }), t('timeline.what')], rows)
}

/** What happened before anybody recorded anything: when it began, and how it was noticed. */
function momentRows({ occurredAt, detectedAt, detectedBy }: Incident, { locale }: Reading) {
  const t = texts.in(locale)
  const how = detectedBy ? t('timeline.detected-by', { how: t(`detected.${detectedBy}`) }) : t('time.detected_at')
  return [
    ...(occurredAt ? [{ at: occurredAt, words: t('time.occurred_at'), address: null }] : []),
    ...(detectedAt ? [{ at: detectedAt, words: how, address: null }] : []),
  ]
}

/** The address of the message itself; of what happened, that of the message in which the channel was told. */
function addressOf(entry: TimelineEntry, document: Document): string | null {
  if (entry.is === 'message') return entry.message.permalink
  return entry.is === 'fact' ? toldAt(entry.fact, document) : null
}

function toldAt({ type, n }: Fact, document: Document): string | null {
  const archives = archivesOf(document)
  const channelId = document.channel?.channelId
  const ts = document.messages.get(type === 'incident.declared' ? 'card' : `announce:${type}:${n}:${channelId}`)
  return archives && channelId && ts ? `${archives}${channelId}/p${ts.replace('.', '')}` : null
}
