import type { Feature } from '../../rooms/faces/index.ts'
import { assistantCommands } from './commands.ts'

/** What is made of the record for whoever asks. */
export const assistant: Feature = {
  name: 'assistant',
  commands: assistantCommands,
}
