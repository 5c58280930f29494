export { effects } from './effects.ts'
export { checkpointTimer, keepTime } from './keep-time.ts'
export { type Checkpoint, lastCheckpoints } from './store.ts'
