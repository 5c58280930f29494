export { showDigest } from './digest.ts'
export { registerHome } from './slack.ts'
