import { inline, table } from '../../../kit/markdown/index.ts'
import { type TimeField, timeFields, timesOf } from '../../incident/index.ts'
import type { Document, Reading } from '../document.ts'
import { minuteOf } from '../minute.ts'
import { texts } from '../texts.ts'
import { actorName, clockOf, elapsed, gapMark, levelName } from './words.ts'

type Moment = TimeField | 'first_update_at'

/** The moments in the order of a response. */
const moments: readonly Moment[] = timeFields.flatMap((field): Moment[] =>
  field === 'handler_taken_at' ? [field, 'first_update_at'] : [field],
)

function momentsOf({ incident, firstUpdateAt }: Document): Record<Moment, Date | null> {
  return { ...timesOf(incident), first_update_at: firstUpdateAt }
}

/** When what happened; what somebody could still say is a gap, what has not happened yet is not. */
export function timesTable(document: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  const { timezone } = reading.settings
  const clock = clockOf(timezone)
  const times = momentsOf(document)
  const shown = (moment: Moment): string => {
    const at = times[moment]
    if (at) return clock(at)
    if (moment !== 'occurred_at' && moment !== 'detected_at') return t('time.unknown')
    return document.gaps.includes(moment) ? gapMark(moment, reading) : t('unknown')
  }
  const rows = moments.map((moment) => [t(`time.${moment}`), shown(moment)])
  return table([t('times.what'), t('times.when', { timezone })], rows)
}

/** How long each stretch took, from the moments that people can correct. */
export function durationsTable(document: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  const times = momentsOf(document)
  const begun: Moment = times.occurred_at ? 'occurred_at' : times.detected_at ? 'detected_at' : 'declared_at'
  const stretches = [
    ['detect', 'occurred_at', 'detected_at'],
    ['handler', 'declared_at', 'handler_taken_at'],
    ['update', 'declared_at', 'first_update_at'],
    ['recover', begun, 'recovered_at'],
    ['complete', begun, 'completed_at'],
  ] as const satisfies readonly [string, Moment, Moment][]
  const rows = stretches.map(([name, from, to]) => {
    const [first, last] = [times[from], times[to]]
    // Pickers know minutes only: what lies in one minute took none.
    const missing = t(last || to === 'detected_at' ? 'unknown' : 'time.unknown')
    const long = first && last ? elapsed((minuteOf(last) - minuteOf(first)) * 60_000, reading) : missing
    return [t(`duration.${name}`), long, t('between', { from: t(`time.${from}`), to: t(`time.${to}`) })]
  })
  return table([t('durations.what'), t('durations.long'), t('durations.between')], rows)
}

/** How the level went up and down, and who decided so. */
export function levelsTable({ levels }: Document, reading: Reading): string {
  const t = texts.in(reading.locale)
  if (levels.length === 0) return gapMark('level', reading)
  const clock = clockOf(reading.settings.timezone)
  const rows = levels.map((fact) => [
    clock(fact.at),
    levelName(fact.data.from, reading),
    levelName(fact.data.to, reading),
    actorName(fact.actor, reading),
    inline(fact.data.reason ?? ''),
  ])
  return table([t('levels.when'), t('levels.from'), t('levels.to'), t('levels.who'), t('levels.why')], rows)
}
