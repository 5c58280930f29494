/** One fast check: a name that people see, and what it found. No problems means it passed. */
export type Check = { name: string; find: () => Promise<string[]> }

/** What came of a check. `ms` is the time it took. */
export type Outcome = { name: string; problems: string[]; ms: number }

/** Runs one check; a check that breaks is a problem, never a pass. */
export const run = async ({ name, find }: Check): Promise<Outcome> => {
  const began = performance.now()
  const problems = await find().catch((error: unknown) => [
    `the check itself broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  ])
  return { name, problems, ms: Math.round(performance.now() - began) }
}

/** The lines that tell of an outcome: one where it passed, and what was found where it failed. */
export const told = ({ name, problems, ms }: Outcome, colour: boolean): string => {
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
  const passed = problems.length === 0
  const line = `${passed ? paint(32, '✓') : paint(31, '✗')} ${name.padEnd(44)} ${(ms / 1000).toFixed(1)} s`
  return [line, ...problems.map((problem) => problem.replace(/^/gm, '    '))].join('\n')
}
