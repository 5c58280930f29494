export { catchUp } from './catch-up.ts'
export { catchUpJob, catchUpTimer } from './jobs.ts'
export { registerCrew } from './slack.ts'
export { catchUpInTime } from './welcome.ts'
