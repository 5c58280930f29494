export { catchUp } from './catch-up.ts'
export { catchUpJob } from './jobs.ts'
export { registerCrew } from './slack.ts'
export { type CrewFact, crewFacts, crewSlots, spokenTo } from './slots.ts'
