export type { Change, Turn } from './change.ts'
export { changesOf } from './changes-of.ts'
export { undo } from './undo.ts'
