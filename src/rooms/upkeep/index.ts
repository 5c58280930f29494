export { complete } from './complete.ts'
export { type Left, leftUndone } from './left.ts'
