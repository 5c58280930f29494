import { type Feature, waitsOf } from '../../rooms/faces/index.ts'
import { todoLines } from './card.ts'
import { todoCommands } from './commands.ts'
import { todosHappened } from './happened.ts'
import { todoSlots } from './slots.ts'
import { todoWaits } from './waits.ts'

/** What is to be done during the response. */
export const todos: Feature = {
  name: 'todos',
  commands: todoCommands,
  card: todoLines,
  slots: { todos: todoSlots },
  samples: () => import('./messages.samples.ts'),
  happened: todosHappened,
  waits: { todo: waitsOf(todoWaits) },
}
