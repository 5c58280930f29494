export { pagerFields } from './pager-fields.ts'
export { whyLabel } from './words.ts'
