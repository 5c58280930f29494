import type { Feature } from '../../rooms/faces/index.ts'
import { subscriptionCommands } from './commands.ts'
import { subscriptionsHappened } from './happened.ts'
import { subscriptionSlots } from './slots.ts'

/** News of one incident by direct message, for whoever asked for it. */
export const subscriptions: Feature = {
  name: 'subscriptions',
  commands: subscriptionCommands,
  slots: { subscriptions: subscriptionSlots },
  happened: subscriptionsHappened,
  samples: () => import('./messages.samples.ts'),
}
