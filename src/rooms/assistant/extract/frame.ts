import { dateFormat, type Locale } from '../../../kit/i18n/index.ts'
import { dayIn } from '../../settings/index.ts'
import type { Line, Material } from '../material.ts'
import type { Source } from '../statement.ts'

/** Words cut to so many characters, whole emoji and all; line breaks become spaces. */
export function clipped(words: string, most: number): string {
  const letters = [...words.replace(/\s+/gu, ' ').trim()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** A time of day in the incident's zone; with the day where that is not today. In English the month is a word: 8/6 is two days. */
export function clockWords(
  at: Date,
  { now, timeZone }: Pick<Material, 'now' | 'timeZone'>,
  language: Locale = 'ja',
): string {
  const time = dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  if (dayIn(timeZone, at) === dayIn(timeZone, now)) return time
  if (language === 'en')
    return `${dateFormat('en-GB', { timeZone, day: 'numeric', month: 'short' }).format(at)} ${time}`
  const [, month, day] = dayIn(timeZone, at).split('-').map(Number)
  return `${month}/${day} ${time}`
}

export const sourceOf = ({ channelId, ts, permalink }: Line): Source => ({ is: 'message', channelId, ts, permalink })
