import type { Feature } from '../../rooms/faces/index.ts'
import { recordCommands } from './commands.ts'
import { recordHappened } from './happened.ts'
import { recoverySlots, signSlots } from './slots.ts'

/** What is noted of the conversation, and the timeline. */
export const record: Feature = {
  name: 'record',
  commands: recordCommands,
  slots: { signs: signSlots, 'recovery-question': recoverySlots },
  samples: () => import('./messages.samples.ts'),
  happened: recordHappened,
}
