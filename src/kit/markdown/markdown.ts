import { withEmoji } from '../emoji/emoji.ts'
import { oneLine } from './one-line.ts'

/** A letter without width: after it GitHub sees no mention, no number of an issue and no emoji, and people see no difference. */
const joiner = '\u2060'

/** An address, without what a sentence puts after it. */
const address =
  /\b(?:https?|ftp):\/\/[^\s<>`|"'()[\]{}、。，．「」『』（）]*[^\s<>`|"'()[\]{}、。，．「」『』（）.,:;!?*_~]/giu

/** Letters that change how others are read, or that nobody sees: controls but the line break, and those that turn the writing round. */
const unseen = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What people wrote, without letters that no document should hold. */
const clean = (words: string): string =>
  withEmoji(words)
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unseen, '')

/**
 * One line of a person's words as Markdown that reads as they wrote it: no heading, link, table, HTML, mention, issue or
 * emoji comes of it, on GitHub and elsewhere. Addresses stand as code, so that they can be copied and refer to nothing.
 */
export function inline(words: string): string {
  const line = oneLine(clean(words))
  let written = ''
  let from = 0
  for (const found of line.matchAll(address)) {
    written += escaped(line.slice(from, found.index), from === 0)
    // Beside a letter ` of theirs ours would be taken for one mark of two.
    written += `${written.endsWith('`') ? joiner : ''}\`${found[0]}\``
    from = found.index + found[0].length
  }
  return written + escaped(line.slice(from), from === 0)
}

/** Words of several lines: an empty line parts paragraphs, any other break stays a break. Empty for words without letters. */
export function prose(words: string): string {
  const lines = clean(words)
    .split('\n')
    .map((line) => inline(line))
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/^\n+|(?<!\n)\n+$/g, ''))
    .filter(Boolean)
    .map((paragraph) => paragraph.replaceAll('\n', '\\\n'))
    .join('\n\n')
}

/** A link whose address we know; where it is none of the web's, only its words. */
export function link(words: string, to: string): string {
  if (!URL.canParse(to)) return inline(words)
  const { protocol, href } = new URL(to)
  if (protocol !== 'https:' && protocol !== 'http:') return inline(words)
  const safe = href.replaceAll(/[()|<>\\`]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `[${inline(words)}](${safe})`
}

/** Rows under their heads. What stands in the cells is Markdown of one line already; an empty cell shows a dash. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell || '—').join(' | ')} |`
  return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

/** What keeps checks from running where it stands in a commit or title: `[skip ci]`, `[ci-skip]`, `***NO_CI***` and their like. */
const skips = /\[(?=[^[\]]{0,40}(?:skip|\bno\b))|\*(?=\*\*NO_CI)/giu

/** Plain words, such as a title or the line of a commit, that call nobody, refer to nothing and order nothing on GitHub. */
export const inert = (words: string): string =>
  withoutReferences(oneLine(clean(words)))
    .replaceAll(skips, `$&${joiner}`)
    .replaceAll('://', `:${joiner}//`)
    // Beginnings by which a later rebase would melt the commit into another.
    .replace(/^(fixup|squash|amend)!/i, `$1${joiner}!`)

const withoutReferences = (text: string): string =>
  text
    .replaceAll(/@(?=[\p{L}\p{N}_-])/gu, `@${joiner}`)
    .replaceAll(/#(?=\d)/gu, `#${joiner}`)
    .replaceAll(/\b(gh-)(?=\d)/giu, `$1${joiner}`)

function escaped(text: string, isStart: boolean): string {
  const safe = withoutReferences(text)
    .replaceAll(/www(?=\.)/giu, (www) => `${www}${joiner}`)
    .replaceAll(/:\/\//g, `:${joiner}//`)
    .replaceAll(/:(?!\d\d?:)(?=[a-z0-9_+-]+:)/giu, `:${joiner}`)
    .replaceAll(/[\\`*_[\]<>|~&$]/g, '\\$&')
  if (!isStart) return safe
  return safe
    .replace(/^([#+=:-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
