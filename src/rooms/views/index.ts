export { removeView } from './remove.ts'
export { saveView } from './save.ts'
export { viewsFor } from './store.ts'
export { type SavedView, viewInput } from './view.ts'
