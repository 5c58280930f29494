/** Block Kit as Slack checks it: what is refused, with which error and which words. */
export { withDefaults } from './defaults.ts'
export { allBlocksText, checkMessage, type Limit, type MessagePayload, textLimits } from './message.ts'
export type { Problem } from './problem.ts'
export { checkView } from './view.ts'
