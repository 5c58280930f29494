import type { Feature } from '../../rooms/faces/index.ts'
import { privacyLines } from './card.ts'
import { privacyCommands } from './commands.ts'
import { privacyHappened } from './happened.ts'

/** Who may know of an incident. */
export const privacy: Feature = {
  name: 'privacy',
  commands: privacyCommands,
  card: privacyLines,
  happened: privacyHappened,
}
