export { changeLabel } from './words.ts'
