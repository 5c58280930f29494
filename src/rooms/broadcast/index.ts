export { afterArchiveSlots } from './after-archive.ts'
export { otherIn, withoutOther } from './announcements/merged.ts'
export { announced, foretell, peopleIn } from './messages.ts'
export { broadcastSlots } from './slots.ts'
