import type { Incident } from '../../incident/index.ts'
import { type TimelineEntry, tellEntry } from '../../record/index.ts'
import type { Document, Reading } from '../document.ts'
import { inline, link, table } from '../markdown.ts'
import { texts } from '../texts.ts'
import { clockOf } from './words.ts'

/** What happened, row by row, in the time of the settings' zone, with the message that shows it. */
export function timelineTable({ timeline, incident, todos }: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  const { timezone } = reading.settings
  const clock = clockOf(timezone)
  const telling = { ...reading, todos }
  const said = timeline.map((entry) => ({
    at: entry.at,
    words: inline(tellEntry(entry, telling)),
    link: linkOf(entry, reading),
  }))
  const rows = [...momentRows(incident, reading), ...said]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, words, link }) => [clock(at), words, link])
  if (rows.length === 0) return t('timeline.none')
  return table([t('timeline.when', { timezone }), t('timeline.what'), t('timeline.link')], rows)
}

/** What happened before anybody recorded anything: when it began, and how it was noticed. */
function momentRows({ occurredAt, detectedAt, detectedBy }: Incident, { locale }: Reading) {
  const t = texts.in(locale)
  const how = detectedBy ? t('timeline.detected-by', { how: t(`detected.${detectedBy}`) }) : t('time.detected_at')
  return [
    ...(occurredAt ? [{ at: occurredAt, words: t('time.occurred_at'), link: '' }] : []),
    ...(detectedAt ? [{ at: detectedAt, words: how, link: '' }] : []),
  ]
}

function linkOf(entry: TimelineEntry, { locale }: Reading): string {
  const permalink = entry.is === 'message' ? entry.message.permalink : null
  return permalink ? link(texts.in(locale)('timeline.see'), permalink) : ''
}
