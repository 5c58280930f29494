export { announced, peopleIn } from './messages.ts'
export { broadcastSlots } from './slots.ts'
