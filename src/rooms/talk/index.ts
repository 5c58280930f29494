export { registerTalk } from './slack.ts'
