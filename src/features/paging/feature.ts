import type { Feature } from '../../rooms/faces/index.ts'
import { pagingAnnouncements } from './announcements.ts'
import { pagingLines } from './card.ts'
import { pagingCommands } from './commands.ts'

/** Whoever is on call, woken beyond Slack, and what became of it. */
export const paging: Feature = {
  name: 'paging',
  commands: pagingCommands,
  card: pagingLines,
  announcements: pagingAnnouncements,
}
