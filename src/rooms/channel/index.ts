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
export { dropNext, incidentThatLeft, markFormerArchived, moveInto } from './moving/store.ts'
export { type Naming, reserveName, reserveNextName } from './reserve.ts'
export { registerChannel } from './slack.ts'
export {
  channelOf,
  channelsAhead,
  channelsOf,
  channelsWithin,
  dropName,
  incidentChannelById,
  incidentHere,
  markCreated,
  markNamed,
  tellMade,
} from './store.ts'
