export { hasRight, type Right } from './rights.ts'
export { mayRead } from './store.ts'
export { type Viewer, viewerOf } from './viewer.ts'
