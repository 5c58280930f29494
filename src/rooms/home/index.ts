export { registerHome } from './slack.ts'
