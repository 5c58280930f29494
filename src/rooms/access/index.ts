export { allows, type Bounds, higher, holdsIncident, holdsService, type Scope } from './bounds.ts'
export { ableAmong, type Inability, inabilities, inabilityOf } from './inability.ts'
export { hasRight, isAdministrator, type Right } from './rights.ts'
export {
  type Gone,
  gonePeople,
  type Knower,
  knowersOf,
  markBack,
  markGone,
  mayRead,
  readableBy,
  takenPartBy,
} from './store.ts'
export { type Looker, type Viewer, viewerOf } from './viewer.ts'
