export { helpWanted, pagerFields } from './pager-fields.ts'
