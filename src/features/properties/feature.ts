import { announcing, type Feature, waitsOf } from '../../rooms/faces/index.ts'
import { propertyAnnouncements } from './announcements.ts'
import { propertiesCommands } from './commands.ts'
import { propertiesHappened } from './happened.ts'
import { levelWaits } from './waits.ts'

/** What an incident is: its level, type, kind, tags, summary, times. */
export const properties: Feature = {
  name: 'properties',
  commands: propertiesCommands,
  announcements: announcing(propertyAnnouncements),
  happened: propertiesHappened,
  waits: { level: waitsOf(levelWaits) },
}
