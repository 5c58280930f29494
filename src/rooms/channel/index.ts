export { channelSlot, type IncidentChannel, incidentOf, incidentSubject } from './channel.ts'
export { type Naming, reserveName } from './reserve.ts'
export { registerChannel } from './slack.ts'
export { channelOf, channelsAhead, dropName, incidentChannelById, markCreated } from './store.ts'
