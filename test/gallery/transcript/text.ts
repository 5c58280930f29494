/** How many letters one text may take in a transcript. */
const most = 1500

/** From how many letters on a run of one and the same is told by its number. */
const longRun = 60

const runs = /(.{1,160}?)\1{3,}/gsu
const dates = /<!date\^\d+\^([^^|>]*)(?:\^[^|>]*)?\|([^>]*)>/g

/**
 * A text as a transcript shows it. A moment stands as its fallback, `‹14:02›`, since each reader's client writes its own. What is
 * said again and again stands once, `⟨words⟩×60`, and of what is still too long for anybody to read the rest is counted: the
 * hashes guard every letter.
 */
export function shorten(text: string): string {
  const read = text.replaceAll(dates, (_, format: string, fallback: string) =>
    format.includes('{time}') ? `‹${fallback}›` : `‹${fallback} as ${format}›`,
  )
  if (read.length < longRun) return read
  const told = read.replaceAll(runs, (run, unit: string) => {
    if (run.length < longRun) return run
    // Whole lines are read better from their beginning on.
    if (unit.startsWith('\n')) return `\n⟨${unit.slice(1)}⟩×${run.length / unit.length} on lines of their own`
    return `⟨${unit}⟩×${run.length / unit.length}`
  })
  const letters = told.length > most ? [...told] : []
  if (letters.length <= most) return told
  return `${letters.slice(0, most).join('')}…(${(letters.length - most).toLocaleString('en')} more letters)`
}

/** The lines of a text, shortened, without blanks at their ends. */
export const textLines = (text: string): string[] =>
  shorten(text)
    .split(/\r\n|\n/)
    .map((line) => line.trimEnd())

/** `first` before the first line, blanks as wide before the others. */
export const hanging = (first: string, lines: readonly string[]): string[] =>
  lines.map((line, at) => `${at === 0 ? first : ' '.repeat(first.length)}${line}`)
