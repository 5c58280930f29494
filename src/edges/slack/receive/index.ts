export type { Arrived, EventHandler, HandlerOptions, Identity } from './handlers.ts'
export { SLACK_PATH } from './http.ts'
export { createReceiver, type ReceiverOptions, type SlackReceiver } from './receiver.ts'
export type { Times } from './strangers.ts'
