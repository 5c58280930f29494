import { announcing, type Feature } from '../../rooms/faces/index.ts'
import { timekeeperAnnouncements } from './announcements.ts'
import { checkpointLines } from './card.ts'
import { timekeeperCommands } from './commands.ts'
import { timekeeperHappened } from './happened.ts'
import { checkpointSlots } from './slots.ts'

/** The timekeeper, who speaks at intervals. */
export const timekeeper: Feature = {
  name: 'timekeeper',
  commands: timekeeperCommands,
  card: checkpointLines,
  slots: { checkpoints: checkpointSlots },
  announcements: announcing(timekeeperAnnouncements),
  happened: timekeeperHappened,
}
