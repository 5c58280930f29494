export { afterArchiveSlots } from './after-archive.ts'

export { type Announced, announced, foretell, peopleIn } from './messages.ts'
export { broadcastSlots } from './slots.ts'
