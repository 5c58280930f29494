export { labelsShown, levelBlocks, tagBlocks, tagList } from './labels.ts'
export { statementWords } from './statements.ts'
