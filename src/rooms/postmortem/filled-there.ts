import type { Tx } from '../../kit/db/index.ts'
import { locales } from '../../kit/i18n/index.ts'
import { incidentSubject } from '../channel/index.ts'
import type { NewFact } from '../facts/index.ts'
import { gapWords } from './parts/words.ts'
import { type GapKey, gapKeys, type Postmortem } from './postmortem.ts'
import { keepFilledThere, postmortemOf } from './store.ts'

const mark = /<!-- sssbot:gap:(\w+) -->/g
const heading = /^#{1,6}\s/

/**
 * What people have filled in by hand where the document went: gaps whose mark stands there no more, or no more as the bot wrote it, or
 * with words under the same heading that are not the bot's. `ours` is the document by the record. A file that says nothing fills nothing.
 */
export function filledIn(theirs: string, ours: string): GapKey[] {
  if (!theirs.trim()) return []
  const lines = theirs.split(/\r?\n/)
  const known = new Set(ours.split('\n').map((line) => line.trim()))
  const standing = new Set(
    lines.flatMap((line, at) =>
      // In what is read as data the words stand without their mark.
      gapKeys.filter(
        (gap) => saysItIsMissing(line, gap) && !(isOnlyWords(line, gap) && isWrittenAround(lines, at, known)),
      ),
    ),
  )
  return gapKeys.filter((gap) => !standing.has(gap))
}

const saysItIsMissing = (line: string, gap: GapKey): boolean =>
  locales.some((locale) => line.includes(gapWords(gap, { locale })))

/** Whether a line is a gap's mark and nothing else; in a table it is not. */
const isOnlyWords = (line: string, gap: GapKey): boolean => {
  const words = line.replaceAll(mark, '').trim()
  return locales.some((locale) => words === gapWords(gap, { locale }))
}

/** Whether a line that only a person can have written stands under the heading. */
function isWrittenAround(lines: readonly string[], at: number, known: ReadonlySet<string>): boolean {
  let from = at
  while (from > 0 && !heading.test(lines[from - 1] ?? '')) from--
  let to = at + 1
  while (to < lines.length && !heading.test(lines[to] ?? '')) to++
  return lines.slice(from, to).some((line, n) => {
    const words = line.trim()
    return from + n !== at && words !== '' && !known.has(words) && !line.includes('<!-- sssbot:gap:')
  })
}

/** What is still missing: neither the record nor the file says it. */
export const stillMissing = (gaps: readonly GapKey[], { filledThere }: Pick<Postmortem, 'filledThere'>): GapKey[] =>
  gaps.filter((gap) => !filledThere.includes(gap))

/** Notes what people have filled in where the document went; the facts of it are none where that is known. The caller holds the incident. */
export async function noteFilledThere(tx: Tx, incidentId: string, gaps: readonly GapKey[]): Promise<NewFact[]> {
  const { filledThere } = await postmortemOf(tx, incidentId)
  if (gaps.join() === filledThere.join()) return []
  await keepFilledThere(tx, incidentId, gaps)
  return [{ subject: incidentSubject(incidentId), type: 'postmortem.filled_there', data: { gaps: [...gaps] } }]
}
