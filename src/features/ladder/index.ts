export { createCalendar } from './http.ts'
