import { dateFormat, type Locale } from '../../../kit/i18n/index.ts'
import { dayIn } from '../../settings/index.ts'
import type { Line, Material, StatedUpdate } from '../material.ts'
import type { Source, Statement } from '../statement.ts'
import { texts } from '../texts.ts'

/** Words cut to so many characters, whole emoji and all; line breaks become spaces. */
export function clipped(words: string, most: number): string {
  const letters = [...words.replace(/\s+/gu, ' ').trim()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** A time of day in the incident's zone; with the day where that is not today. */
export function clockWords(at: Date, { now, timeZone }: Pick<Material, 'now' | 'timeZone'>): string {
  const time = dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  const [, month, day] = dayIn(timeZone, at).split('-').map(Number)
  return dayIn(timeZone, at) === dayIn(timeZone, now) ? time : `${month}/${day} ${time}`
}

export const sourceOf = ({ channelId, ts, permalink }: Line): Source => ({ is: 'message', channelId, ts, permalink })

/** A message as it is quoted, with who said it and when. */
export function quotation(
  line: Line,
  words: string,
  material: Material,
  language: Locale,
  doubt?: Statement['doubt'],
): Statement {
  const said = {
    when: clockWords(line.saidAt, material),
    who: line.authorName ?? texts.in(language)('who.unknown'),
    words,
  }
  return {
    words: texts.in(language)(doubt ? `quoted.${doubt}` : 'quoted', said),
    sources: [sourceOf(line)],
    standing: 'quoted',
    ...(doubt ? { doubt } : {}),
  }
}

/** The fields of an update that were filled in, each as a sentence. */
export function updateStatements(update: StatedUpdate, material: Material, language: Locale): Statement[] {
  const t = texts.in(language)
  const when = clockWords(update.at, material)
  return (['impact', 'condition', 'action', 'need'] as const).flatMap((field): Statement[] => {
    const words = update[field]
    if (!words) return []
    return [
      {
        words: t(`update.${field}`, { when, words: clipped(words, 300) }),
        sources: [{ is: 'update', n: update.n }],
        standing: 'stated',
      },
    ]
  })
}
