import { announcing, type Feature, slotFace, waitsOf } from '../../rooms/faces/index.ts'
import { ladderAnnouncements } from './announcements.ts'
import { calendarPath, calendarUntil } from './calendar.ts'
import { lessonLines } from './card.ts'
import { ladderCommands } from './commands.ts'
import { ladderHappened } from './happened.ts'
import { ladderFacts, ladderSlots, recipientsOfLadder } from './slots.ts'
import { postmortemWaits } from './waits.ts'

/** Who writes the postmortem by when, and the review. */
export const ladder: Feature = {
  name: 'ladder',
  commands: ladderCommands,
  card: lessonLines,
  slots: {
    ladder: slotFace({
      facts: ladderFacts,
      recipients: (_core, facts) => recipientsOfLadder(facts),
      named: (_core, facts) => recipientsOfLadder(facts),
      slots({ situation, facts, locales, voice, names, links }) {
        const until = calendarUntil(situation)
        const calendar = until && links.to(calendarPath(situation.incident.id), until)
        return ladderSlots(situation, facts, { locales, calendar }, { ...voice, names })
      },
    }),
  },
  announcements: announcing(ladderAnnouncements),
  samples: () => import('./messages.samples.ts'),
  happened: ladderHappened,
  waits: { postmortem: waitsOf(postmortemWaits) },
}
