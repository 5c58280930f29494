export { leftTopicText } from './messages.ts'

export { cardSlots } from './slots.ts'
