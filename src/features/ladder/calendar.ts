import ical, { ICalEventStatus } from 'ical-generator'
import { publicTitle, type Situation, type Voice } from '../../rooms/situation/index.ts'
import { agendaOf } from './agenda.ts'
import { texts } from './texts.ts'

/** Where the bot serves it. */
export const calendarPath = (incidentId: string): string => `/calendar/${incidentId}`

/** How long after it its file can still be fetched. */
const keptMs = 30 * 86_400_000

/** Until when the address of the file is good: the same for the same plan. Undefined where none stands. */
export const calendarUntil = ({ ladder: { review } }: Situation): Date | undefined =>
  review.startsAt ? new Date(review.startsAt.getTime() + keptMs) : undefined

/**
 * The review as a calendar file (RFC 5545); undefined where none was ever planned. The same UID for the same incident, and a
 * SEQUENCE that rises: a calendar that has it moves its entry. It names no e-mail address, and of a private incident nothing.
 */
export function reviewCalendar({ incident, ladder }: Situation, voice: Voice): string | undefined {
  const { startsAt, minutes, plannedAt, n, state } = ladder.review
  if (!startsAt || !minutes || !plannedAt) return undefined
  const t = texts.in(voice.locale)
  const calendar = ical({ prodId: { company: 'sssbot', product: 'sssbot', language: voice.locale.toUpperCase() } })
  calendar.createEvent({
    id: `review-${incident.id}@sssbot`,
    sequence: n - 1,
    stamp: plannedAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    summary: t('calendar.title', { title: plain(publicTitle(incident, voice, 120)) }),
    description: agendaOf(voice.locale).join('\n'),
    status: state === 'waived' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}

/** What is escaped for Slack, as people read it. */
const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
