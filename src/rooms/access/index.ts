export { hasRight, type Right } from './rights.ts'
export { mayRead, readableBy } from './store.ts'
export { type Viewer, viewerOf } from './viewer.ts'
