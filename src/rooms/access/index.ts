export { allows, type Bounds, higher, holdsIncident, holdsService, type Scope } from './bounds.ts'
export { ableAmong, type Inability, inabilities, inabilityOf } from './inability.ts'
export { hasRight, isAdministrator, type Right } from './rights.ts'
export {
  amongThoseOf,
  type Gone,
  gonePeople,
  inScope,
  type Knower,
  knowersOf,
  markBack,
  markGone,
  mayRead,
  readableBy,
  takenPartBy,
  takesPartIn,
  takesPartInMany,
} from './store.ts'
export { holdersAmong, type RightList, type Unheld, unheldRights } from './unheld.ts'
export { type Looker, type Viewer, viewerOf } from './viewer.ts'
