/** A tag has so many letters at most, and an incident so many tags. */
export const longestTag = 40
export const mostTags = 10

/** What stands between two tags where people write several into one field. */
const between = /[,、，;；\n]/u

/** A tag as it is kept: however it was typed, the same words are the same tag. Empty where nothing is left of it. */
export const tagOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/^[#＃]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** Several as they are kept, each once, in their order. */
export const tagsOf = (typed: readonly string[]): string[] => [...new Set(typed.map(tagOf).filter(Boolean))]

/** The tags that stand in one field. */
export const tagsIn = (text: string): string[] => tagsOf(text.split(between))
