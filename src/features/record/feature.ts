import type { Feature } from '../../rooms/faces/index.ts'
import { recoverySlots, signSlots } from './slots.ts'

/** What is noted of the conversation. */
export const record: Feature = {
  name: 'record',
  slots: { signs: signSlots, 'recovery-question': recoverySlots },
}
