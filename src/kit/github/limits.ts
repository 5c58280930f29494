import { clip } from '../block-kit/index.ts'
import { inert } from '../markdown/index.ts'

/** "title is too long (maximum is 256 characters)": of an issue and of a pull request, in UTF-16 letters, which are never fewer. */
const longestTitle = 256
/** "body is too long (maximum is 65536 characters)": of an issue, a pull request and a comment. */
const longestBody = 65_536

/** A person's words as a title on GitHub, or as the line of a commit: nobody is called, nothing is closed, and it is short enough. */
export const titleForGitHub = (words: string): string => clip(inert(words), longestTitle)

/** What is said on GitHub, cut where GitHub would refuse it. */
export const bodyForGitHub = (text: string): string => clip(text, longestBody)
