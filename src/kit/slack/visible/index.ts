export { shownIn, unquoted, visibleFiles, visibleWords } from './visible.ts'
