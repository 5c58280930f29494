import { announcing, type Feature, waitsOf } from '../../rooms/faces/index.ts'
import { incidentAnnouncements } from './announcements.ts'
import { courseCommands } from './commands.ts'
import { courseHappened } from './happened.ts'
import { completeWaits } from './waits.ts'

/** How an incident goes: recovered, reopened, completed, cancelled. */
export const course: Feature = {
  name: 'course',
  commands: courseCommands,
  announcements: announcing(incidentAnnouncements),
  happened: courseHappened,
  waits: { complete: waitsOf(completeWaits) },
}
