export { takeBackJob } from './jobs.ts'
export { showIncident } from './show.ts'
export { effects, goneHooks, takeBack } from './take-back.ts'
