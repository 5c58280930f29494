export { cardMessage, checkpointMessage, guidanceMessage, topicText } from './messages.ts'
export { cardSlots, guidanceSlots } from './slots.ts'
