import type { Feature } from '../rooms/faces/index.ts'

/** Every feature. The frames (menu, card, board, broadcast, home) read this list and know no feature by name. */
export const features: readonly Feature[] = []
