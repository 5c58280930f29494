export { type Envelope, type EventBody, type EventPayload, type Kept, readEnvelope, type Taken } from './envelope.ts'
export { createInbox, type Inbox, type InboxOptions, type Worker } from './inbox.ts'
export type { Concern } from './keep.ts'
export { createListeners } from './listeners.ts'
