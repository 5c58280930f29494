export { afterArchiveSlots } from './after-archive.ts'
export { otherIn, withoutOther } from './announcements/merged.ts'
export { type Announced, announced, foretell, peopleIn } from './messages.ts'
export { broadcastSlots } from './slots.ts'
