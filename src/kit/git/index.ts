export { createGit, type Git, type GitOutcome } from './git.ts'
