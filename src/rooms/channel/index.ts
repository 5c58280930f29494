export { channelSlot, type IncidentChannel, incidentOf, incidentSubject } from './channel.ts'
export { createEar, type Ear } from './ear.ts'
export { archiveHooks } from './follow.ts'
export { type Naming, reserveName } from './reserve.ts'
export { registerChannel } from './slack.ts'
export {
  channelOf,
  channelsAhead,
  channelsOf,
  channelsWithin,
  dropName,
  incidentChannelById,
  markCreated,
  markNamed,
  tellMade,
} from './store.ts'
