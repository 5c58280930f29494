import { announcing, type Feature } from '../../rooms/faces/index.ts'
import { pagingAnnouncements } from './announcements.ts'
import { pagingCommands } from './commands.ts'
import { pagingHappened } from './happened.ts'
import { pagesLine, pageTroubles } from './pages.ts'

/** Calls beyond Slack. */
export const paging: Feature = {
  name: 'paging',
  commands: pagingCommands,
  card: { notes: { pages: pagesLine }, warnings: { pages: pageTroubles } },
  announcements: announcing(pagingAnnouncements),
  happened: pagingHappened,
}
