export { postUpdate } from './post-update.ts'
export { lastUpdate } from './store.ts'
export type { LastUpdate } from './update.ts'
