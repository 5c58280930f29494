export { showActionBoard } from './action-board.ts'
export { showDigest } from './digest.ts'
export { registerHome } from './slack.ts'
