export { bringBack } from './bring-back.ts'
export { type Caller, doerOf, lookerOf, personOf } from './caller.ts'
export { cancel } from './cancel.ts'
export { channelHooks } from './channel-hooks.ts'
export { type DeclareOrigin, declare } from './declare.ts'
export { editSummary } from './edit-summary.ts'
export { editTimes } from './edit-times.ts'
export {
  type DeclareInput,
  type Detection,
  detections,
  type Incident,
  isOpen,
  type Origin,
  type Permanence,
  type Status,
  statuses,
} from './incident.ts'
export { merge } from './merge.ts'
export { hold, mustMove } from './move.ts'
export { formerArchiveHooks, moveHooks } from './move-hooks.ts'
export { ofIncident, personNamed, proofOf, proven, withinOf } from './proof.ts'
export { recover } from './recover.ts'
export { reopen } from './reopen.ts'
export { dayAhead, dueDay, meetingMoment, mustBeAhead, pastMoment } from './sensible.ts'
export { setKind } from './set-kind.ts'
export { setLevel } from './set-level.ts'
export { setTags } from './set-tags.ts'
export { setType } from './set-type.ts'
export {
  absorbedBy,
  changeIncident,
  countOpenPublic,
  incidentById,
  incidentOfView,
  incidentsByIds,
  incidentsOfInvitation,
  recoveredIncidents,
} from './store.ts'
export { longestTag, mostTags, tagsIn, tagsOf } from './tags.ts'
export { byOwnClock, type TimeField, timeFields, timesOf } from './times.ts'
export { type AnyVerb, type Deed, perform, type Verb, verb } from './verb.ts'
