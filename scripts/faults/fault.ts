/** What kind of mistake a fault is. */
export const kinds = [
  'wrong comparison',
  'limit off by one',
  'wrong sign',
  'wrong unit',
  'swapped names',
  'wrong order',
  'forgotten await',
  'skipped lock',
  'right not asked',
  'dropped condition',
  'dropped filter',
  'missing escape',
  'effect not scheduled',
  'timer not cancelled',
  'fact not recorded',
  'wrong default',
  'wrong recipient',
  'part of a hash ignored',
] as const
export type FaultKind = (typeof kinds)[number]

/** A mistake of one line, as a tired engineer makes it, and the one test that must notice. */
export type Fault = {
  id: string
  kind: FaultKind
  /** The file it is made in, from the project's folder. */
  file: string
  /** Text that stands in the file exactly once, and what takes its place. More than a line only to tell two places apart. */
  find: string
  replace: string
  /** The test file that is run alone, and a part of a test's full name where the file is long. */
  caughtBy: { file: string; test?: string }
  /** The release in which no test noticed: the test named here was written for it. */
  survivedIn?: string
}

/** Why a fault cannot be made in a text; undefined when it can. */
export const misfit = ({ find, replace }: Pick<Fault, 'find' | 'replace'>, text: string): string | undefined => {
  if (find === replace) return 'it changes nothing'
  const times = text.split(find).length - 1
  if (times === 1) return undefined
  return times === 0 ? 'its text is not found any more (moved: adjust)' : `its text stands there ${times} times`
}

/** The text with the fault in it. Throws an Error where it cannot be made. */
export const withFault = (fault: Fault, text: string): string => {
  const why = misfit(fault, text)
  if (why) throw new Error(`${fault.id}: ${why}`)
  return text.split(fault.find).join(fault.replace)
}
