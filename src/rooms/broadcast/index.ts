export { announced } from './messages.ts'
export { broadcastSlots } from './slots.ts'
