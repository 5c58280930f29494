export { ableAmong, type Inability, inabilities, inabilityOf } from './inability.ts'
export { hasRight, type Right } from './rights.ts'
export { type Gone, gonePeople, type Knower, knowersOf, markBack, markGone, mayRead, readableBy } from './store.ts'
export { type Viewer, viewerOf } from './viewer.ts'
