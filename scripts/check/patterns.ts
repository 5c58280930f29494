import { analyse } from 'scslre'
import { lineAt, parse, walk } from './syntax.ts'

/** Patterns that meet nothing but what the project itself has made, with the reason. */
const ownWordsOnly = new Set([
  // Lays out the schema of the settings, which is written at build time.
  'src/rooms/settings/file/json-schema.ts',
])

/**
 * The regular expressions of a file whose time grows faster than the text that they meet: somebody who pastes a long text must not hold
 * the process. What is put together at run time (`new RegExp`) is not seen.
 */
export function patternProblems(path: string, text: string): string[] {
  if (ownWordsOnly.has(path)) return []
  const found: string[] = []
  walk(parse(path, text).program, (node) => {
    if (node.type !== 'Literal' || !('regex' in node)) return
    const { pattern, flags } = node.regex
    const { reports } = analyse({ source: pattern, flags }, { reportTypes: { Move: true, Self: true, Trade: true } })
    const [worst] = reports.toSorted((a, b) => Number(b.exponential) - Number(a.exponential))
    if (!worst) return
    const growth = worst.exponential ? 'exponentially' : 'with the square'
    found.push(`${path}:${lineAt(text, node.start)}: /${pattern}/ takes time that grows ${growth} of what it meets`)
  })
  return found
}
