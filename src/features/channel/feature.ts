import { announcing, type Feature, slotFace } from '../../rooms/faces/index.ts'
import { placesAnnouncements } from './announcements.ts'
import { channelAnnouncements } from './archived.ts'
import { channelCommands } from './commands.ts'
import { channelHappened } from './happened.ts'
import { caretakerOf, followedSlots } from './slots.ts'

/** The incident's channel, and the other places that hear of it. */
export const channel: Feature = {
  name: 'channel',
  commands: channelCommands,
  slots: {
    followed: slotFace({
      facts: ['channel.bot_left', 'channel.bot_called_back', 'incident.reopened'],
      recipients: (core, facts) => [
        caretakerOf(core),
        ...facts.map(({ actor }) => (actor.kind === 'person' ? actor.id : null)),
      ],
      slots: ({ situation, facts, locales, voice }) => followedSlots(situation, facts, locales, voice),
    }),
  },
  announcements: announcing({ ...placesAnnouncements, ...channelAnnouncements }),
  samples: () => import('./messages.samples.ts'),
  happened: channelHappened,
}
