export {
  channelSlot,
  formerArchiveSlot,
  type IncidentChannel,
  incidentOf,
  incidentSubject,
  nextChannelSlot,
} from './channel.ts'
export { createEar, type Ear } from './ear.ts'
export { archiveHooks } from './follow.ts'
export { type Naming, reserveName, reserveNextName } from './reserve.ts'
export { registerChannel } from './slack.ts'
export {
  channelOf,
  channelsAhead,
  channelsOf,
  channelsWithin,
  dropName,
  dropNext,
  incidentChannelById,
  incidentThatLeft,
  markCreated,
  markFormerArchived,
  markNamed,
  moveInto,
  tellMade,
} from './store.ts'
