import type { Fault } from './fault.ts'
import type { Trial, Verdict } from './trial.ts'

const marks: Record<Verdict, string> = {
  caught: '✓',
  survived: '✗ survived',
  elsewhere: '✗ caught by another test',
  unsound: '✗ its test proves nothing',
  misfit: '✗ cannot be made',
  unloadable: '✗ does not load',
  late: '✗ too slow',
}

/** One trial in one line. */
export const line = ({ id, verdict, by, seconds }: Trial, fault: Fault): string =>
  [
    marks[verdict],
    id.padEnd(48),
    fault.caughtBy.file,
    `${seconds.toFixed(1)} s`,
    ...(verdict === 'caught' || by === null ? [] : [by]),
  ].join('  ')

/** How many there were of each verdict. */
export function summary(trials: readonly Trial[]): string {
  const counts = Map.groupBy(trials, ({ verdict }) => verdict)
  const parts = [...counts].map(([verdict, list]) => `${list.length} ${verdict}`)
  return `${trials.length} faults: ${parts.join(', ')}`
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The list for people, as Markdown. */
export function listAsMarkdown(faults: readonly Fault[]): string {
  const rows = faults.map(({ id, kind, file, caughtBy, survivedIn }) => {
    const test = caughtBy.test ? ` — ${cell(caughtBy.test)}` : ''
    return `| ${id} | ${kind} | \`${file}\` | \`${caughtBy.file}\`${test} | ${survivedIn ? `survived in ${survivedIn}` : ''} |`
  })
  return ['| fault | kind | in | caught by | |', '|---|---|---|---|---|', ...rows].join('\n')
}

const marker = '<!-- the list -->'

/** A document with the list put behind its marker. Throws an Error where there is no marker. */
export function withList(document: string, faults: readonly Fault[]): string {
  const at = document.indexOf(marker)
  if (at < 0) throw new Error(`The document lacks ${marker}`)
  return `${document.slice(0, at + marker.length)}\n\n${listAsMarkdown(faults)}\n`
}
