export { overdueSlots } from './overdue.ts'
export { cardSlots, guidanceSlots } from './slots.ts'
