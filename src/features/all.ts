import type { Feature } from '../rooms/faces/index.ts'
import { actions } from './actions/feature.ts'
import { record } from './record/feature.ts'
import { todos } from './todos/feature.ts'

/** Every feature. The frames (menu, card, board, broadcast, home) read this list and know no feature by name. */
export const features: readonly Feature[] = [record, todos, actions]
