export { overdueSlots } from './overdue.ts'
export { cardSlots } from './slots.ts'
export { type Noted, noted, noteSlots, peopleInTodos } from './todos/slots.ts'
