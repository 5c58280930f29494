import type { Feature } from '../../rooms/faces/index.ts'
import { knowersLines } from './card.ts'
import { knowersCommands } from './commands.ts'
import { excludedSlots } from './slots.ts'

/** Who knows of a private incident, and whom it is no longer to be. */
export const knowers: Feature = {
  name: 'knowers',
  commands: knowersCommands,
  card: knowersLines,
  slots: { excluded: excludedSlots },
}
