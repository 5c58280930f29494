import type { Feature } from '../../rooms/faces/index.ts'
import { actionCommands } from './commands.ts'

/** What is to be done so that it does not happen again. */
export const actions: Feature = {
  name: 'actions',
  commands: actionCommands,
}
