import { type Feature, slotFace, waitsOf } from '../../rooms/faces/index.ts'
import { actionLines } from './card.ts'
import { actionCommands } from './commands.ts'
import { actionsHappened } from './happened.ts'
import { actionFactTypes } from './messages.ts'
import { actionSlots, recipientsOfActions } from './slots.ts'
import { actionWaits } from './waits.ts'

/** What is to be done so that it does not happen again. */
export const actions: Feature = {
  name: 'actions',
  commands: actionCommands,
  card: actionLines,
  slots: {
    actions: slotFace({
      facts: actionFactTypes,
      recipients: (_core, facts) => recipientsOfActions(facts),
      slots: ({ situation, facts, locales, voice }) => actionSlots(situation, facts, locales, voice),
    }),
  },
  samples: () => import('./messages.samples.ts'),
  happened: actionsHappened,
  waits: { action: waitsOf(actionWaits) },
}
