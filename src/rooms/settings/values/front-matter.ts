/**
 * The head of a template that a site generator reads as data, with its fences: YAML between `---`, TOML between `+++`, as Hugo and Jekyll
 * have it. Empty where there is none: a line that begins a document may also be a rule.
 */
export function frontMatterOf(template: string): string {
  const found = /^(---|\+\+\+)[ \t]*\r?\n(?=[ \t]*(?:#|["']?[\w.-]+["']?[ \t]*[:=]))/.exec(template)
  if (!found) return ''
  const end = new RegExp(`^${found[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'm')
  const rest = template.slice(found[0].length)
  const close = end.exec(rest)
  return close ? template.slice(0, found[0].length + close.index + close[0].length) : ''
}

/** What stands for a placeholder, as plain words; undefined for one that is none of ours. */
type PlainOf = (name: string) => string | undefined

const mark = /\{\{\s*([\w-]+)\s*\}\}/g

/**
 * Fills the placeholders of a head so that it stays what it is, whatever people wrote: quotes, colons, `#` and line breaks are data.
 * A value without quotes gets them.
 */
export function fillFrontMatter(head: string, plainOf: PlainOf): string {
  const isToml = head.startsWith('+++')
  let block: number | undefined
  return head
    .split('\n')
    .map((whole) => {
      const line = whole.replace(/\r$/, '')
      const end = whole.slice(line.length)
      const indent = line.length - line.trimStart().length
      if (block !== undefined && (line.trim() === '' || indent > block)) return inBlock(line, indent, plainOf) + end
      // `key: |` or `- >-`: the lines below it that stand further in are its text.
      block = !isToml && /[:-][ \t]+[|>][-+\d]*[ \t]*$/.test(line) ? indent : undefined
      return inLine(line, isToml, plainOf) + end
    })
    .join('\n')
}

/** Text of several lines, each as far in as the first. */
const inBlock = (line: string, indent: number, plainOf: PlainOf): string =>
  line.replaceAll(mark, (whole, name: string) => plainOf(name)?.replaceAll('\n', `\n${' '.repeat(indent)}`) ?? whole)

function inLine(line: string, isToml: boolean, plainOf: PlainOf): string {
  const found = isToml
    ? /^[^=]*=[ \t]*/.exec(line)
    : /^[ \t]*(?:-[ \t]+)*(?:[^\s"'{[#][^:]*:[ \t]+|"[^"]*":[ \t]+)?/.exec(line)
  const key = found?.[0] ?? ''
  const value = line.slice(key.length)
  // Without quotes a value of YAML ends at ` #`, and breaks at `: `: as a whole it gets them. `{{` opens ours and nothing of YAML's.
  const isBare = !isToml && !/^(?:["'[]|\{(?!\{))/.test(value) && value.search(mark) >= 0
  if (!isBare) return key + quotedAsItStands(value, isToml, plainOf)
  const [, words = '', comment = ''] = /^(.*?)((?<![ \t])[ \t]+#.*)?$/.exec(value) ?? []
  return key + JSON.stringify(words.replaceAll(mark, (whole, name: string) => plainOf(name) ?? whole)) + comment
}

/** Each placeholder by the quotes in which it stands; in none, as in a list, it gets its own. */
function quotedAsItStands(value: string, isToml: boolean, plainOf: PlainOf): string {
  let quote = ''
  let written = ''
  for (let at = 0; at < value.length; ) {
    const [whole = '', name = ''] = /^\{\{\s*([\w-]+)\s*\}\}/.exec(value.slice(at, at + 100)) ?? []
    const plain = whole ? plainOf(name) : undefined
    const letter = value.charAt(at)
    if (plain !== undefined) written += inQuotes(plain, quote, isToml)
    else if (quote === '"' && letter === '\\') written += value.slice(at, at + 2)
    else {
      if (quote === '' && (letter === '"' || letter === "'")) quote = letter
      else if (letter === quote) quote = ''
      written += letter
    }
    at += plain !== undefined ? whole.length : quote === '"' && letter === '\\' ? 2 : 1
  }
  return written
}

function inQuotes(plain: string, quote: string, isToml: boolean): string {
  if (quote === '') return JSON.stringify(plain)
  if (quote === '"') return JSON.stringify(plain).slice(1, -1)
  const line = plain.replaceAll(/\s+/g, ' ')
  // TOML has no way to write it there.
  return isToml ? line.replaceAll("'", '’') : line.replaceAll("'", "''")
}
