import { announcing, type Feature, slotFace, waitsOf } from '../../rooms/faces/index.ts'
import { updatesAnnouncements } from './announcements.ts'
import { updateLines } from './card.ts'
import { updatesCommands } from './commands.ts'
import { dueSoonSlots } from './due-soon.ts'
import { updatesHappened } from './happened.ts'
import { overdueSlots } from './overdue.ts'
import { updateWaits } from './waits.ts'

/** What is said of how things stand, and when next. */
export const updates: Feature = {
  name: 'updates',
  commands: updatesCommands,
  card: updateLines,
  slots: {
    // Reminders of the next update begin after the first one.
    'due-soon': slotFace({
      facts: ['updates.due_soon'],
      recipients: ({ lastUpdate }, facts) => (lastUpdate ? facts.flatMap(({ data }) => data.users) : []),
      slots: ({ situation, facts, locales, voice }) =>
        situation.lastUpdate ? dueSoonSlots(situation, facts, locales, voice) : [],
    }),
    overdue: slotFace({
      facts: ['updates.overdue'],
      recipients: ({ lastUpdate }, facts) => (lastUpdate ? facts.flatMap(({ data }) => data.users) : []),
      slots: ({ situation, facts, locales, voice }) =>
        situation.lastUpdate ? overdueSlots(situation, facts, locales, voice) : [],
    }),
  },
  announcements: announcing(updatesAnnouncements),
  happened: updatesHappened,
  waits: { update: waitsOf(updateWaits) },
}
