import { announcing, type Feature } from '../../rooms/faces/index.ts'
import { publishingAnnouncements } from './announcements.ts'
import { publishingCommands } from './commands.ts'
import { publishingHappened } from './happened.ts'
import { publicationLine, publicationTroubles } from './publication.ts'

/** Where the postmortem goes. */
export const publishing: Feature = {
  name: 'publishing',
  commands: publishingCommands,
  card: { documents: { publication: publicationLine }, warnings: { publication: publicationTroubles } },
  announcements: announcing(publishingAnnouncements),
  happened: publishingHappened,
}
