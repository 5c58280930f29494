import { announcing, type Feature, slotFace } from '../../rooms/faces/index.ts'
import { callsAnnouncements } from './announcements.ts'
import { callsCommands } from './commands.ts'
import { callsHappened } from './happened.ts'
import { callSlots } from './slots.ts'

/** People called by hand, and their answers. */
export const calls: Feature = {
  name: 'calls',
  commands: callsCommands,
  slots: {
    calls: slotFace({
      facts: ['calls.released'],
      recipients: (_core, facts) => facts.flatMap(({ data }) => data.people),
      named: ({ calls: made }) => made.map(({ by }) => by),
      slots: ({ situation, facts, locales, voice, voiceAt, names }) =>
        callSlots(situation, facts, locales, { ...voice, names }, (channel) => ({ ...voiceAt(channel), names })),
    }),
  },
  announcements: announcing(callsAnnouncements),
  samples: () => import('./messages.samples.ts'),
  happened: callsHappened,
}
