export { hasRight, type Right, rights } from './rights.ts'
export { mayRead, readableBy } from './store.ts'
export { type Viewer, viewerOf } from './viewer.ts'
