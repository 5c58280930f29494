export { type Announced, announced, announcement, broadcastMessage } from './messages.ts'
export { broadcastSlots } from './slots.ts'
