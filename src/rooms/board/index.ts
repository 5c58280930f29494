export { showIncident } from './show.ts'
