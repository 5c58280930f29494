export { inert, inline, link, prose, table } from './markdown.ts'
export { oneLine } from './one-line.ts'
