import { announcing, type Feature } from '../../rooms/faces/index.ts'
import { upkeepAnnouncements } from './announcements.ts'
import { upkeepCommands } from './commands.ts'
import { upkeepHappened } from './happened.ts'

/** What becomes of the channel in the end. */
export const upkeep: Feature = {
  name: 'upkeep',
  commands: upkeepCommands,
  announcements: announcing(upkeepAnnouncements),
  happened: upkeepHappened,
}
