import type { Feature } from '../../rooms/faces/index.ts'
import { privacyLines } from './card.ts'
import { privacyCommands } from './commands.ts'

/** Who may know of an incident. */
export const privacy: Feature = {
  name: 'privacy',
  commands: privacyCommands,
  card: privacyLines,
}
