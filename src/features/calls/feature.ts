import type { Feature } from '../../rooms/faces/index.ts'
import { callsAnnouncements } from './announcements.ts'
import { callCommands } from './commands.ts'
import { callSlots } from './slots.ts'

/** People called by hand, their answers, and the thanks to those who may leave. */
export const calls: Feature = {
  name: 'calls',
  commands: callCommands,
  slots: { calls: callSlots },
  announcements: callsAnnouncements,
}
