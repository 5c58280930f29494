export { cardSlots, guidanceSlots } from './slots.ts'
