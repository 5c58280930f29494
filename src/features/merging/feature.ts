import { announcing, type Feature } from '../../rooms/faces/index.ts'
import { mergedAnnouncements } from './announcements.ts'
import { mergedLines } from './card.ts'
import { mergingCommands } from './commands.ts'
import { mergingHappened } from './happened.ts'

/** Two incidents that go on as one. */
export const merging: Feature = {
  name: 'merging',
  commands: mergingCommands,
  card: mergedLines,
  announcements: announcing(mergedAnnouncements),
  happened: mergingHappened,
}
