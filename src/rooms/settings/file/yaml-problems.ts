import type { YAMLError } from 'yaml'
import type { Localized } from '../values/localized.ts'

/** A name with Slack's own sign before it, written bare: YAML reads `#` as a comment and reserves `@`. */
const BARE_NAME = /(?:^|[\s,[:-])([@#][^\s,\]"'#]+)/u

/** What the YAML library found, in words for people; `line` is the text of the line at which it stumbled. */
export function yamlMessage(error: YAMLError, line: string): Localized {
  const bare = bareName(line)
  if (bare !== undefined && STUMBLES.has(error.code)) return quoteIt(bare)
  const words = WORDS[error.code]
  return words ?? { ja: `YAMLとして読めません: ${error.message}`, en: `cannot be read as YAML: ${error.message}` }
}

/** The bare `#general` or `@group` on a line, outside quotes, if there is one. */
export function bareName(line: string): string | undefined {
  const unquoted = line.replace(/"[^"]*"|'[^']*'/g, '""')
  return BARE_NAME.exec(unquoted)?.[1]
}

/** YAML needs quotes round such a name. */
export function quoteIt(name: string): Localized {
  return {
    ja: `# や @ で始まる名前は引用符で囲みます — "${name}" と書いてください`,
    en: `a name that begins with # or @ needs quotes — write "${name}"`,
  }
}

const STUMBLES = new Set<string>(['BAD_SCALAR_START', 'MISSING_CHAR', 'BAD_INDENT'])

const WORDS: Readonly<Partial<Record<YAMLError['code'], Localized>>> = {
  DUPLICATE_KEY: {
    ja: '同じキーが二度あります。どちらかを消してください',
    en: 'the same key stands here twice — delete one of them',
  },
  TAB_AS_INDENT: {
    ja: 'タブで字下げされています。空白に変えてください',
    en: 'a tab is used to indent — use spaces',
  },
  BAD_INDENT: {
    ja: '字下げがそろっていないか、括弧が閉じていません。前の行とそろえ、] や } を確かめてください',
    en: 'the indentation does not fit, or a bracket is not closed — align it with the lines before, and look for a missing ] or }',
  },
  MISSING_CHAR: {
    ja: '閉じる引用符か括弧が足りません',
    en: 'a closing quote or bracket is missing',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    ja: '一行にコロンが二つあります。値を引用符で囲んでください — 例: name: "A: B"',
    en: 'there are two colons on one line — put the value in quotes, as in name: "A: B"',
  },
  MULTIPLE_DOCS: {
    ja: '--- で二つに分かれています。一つにまとめてください',
    en: 'the file is split by --- — keep it in one piece',
  },
}
