/** What Slack documents of its Web API and events, as data to check the sandbox against. */
export { commonErrors, isDocumentedError } from './errors.ts'
export { matchesShape } from './matches-shape.ts'
export { type EventFacts, events, type MethodFacts, methodFacts } from './methods.ts'
export { isRecorded, unlikeRecorded } from './recorded.ts'
export { type NeedsOneOf, needsOneOf } from './rules.ts'
export { servedMethods } from './served.ts'
export type { Shape } from './shape.ts'
export { refusalOfBots } from './unserved.ts'
