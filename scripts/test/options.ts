/** What the person asked of the run. */
export type Options = {
  /** Whether the last screen lists the slowest tests and set-ups. */
  slow: boolean
  /** How many times the usual load the machine carries meanwhile: 1 is nothing added. */
  load: number
  /** The seed of the order in which files and tests run; undefined runs them as they stand. */
  seed: number | undefined
  /** The folder, relative to the project, that gets tests.json and timings.json. */
  into: string
  /** Everything else: Vitest's own arguments. */
  vitest: string[]
}

/** What `npm test -- --help` prints before Vitest's own help. */
export const help = `npm test [-- <path> …] [options]

  --slow              list the slowest twenty tests and set-ups at the end
  --shuffle [seed]    run files and tests in another order; prints the seed that repeats it
  --load [times]      add load until each worker has a part of a core (4: a quarter) and tell the tests to be as patient
  --into <folder>     where tests.json and timings.json are written (.build)

Everything else goes to Vitest: -t <name>, -u, --retry=1, --bail 1 …
`

/** A seed that a person can type again. */
const anySeed = (): number => Math.floor(Math.random() * 1_000_000)

const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text)

/**
 * Takes our own options out of the arguments of `npm test`; what it does not know is Vitest's. Options are written
 * `--load 4` or `--load=4`.
 * @throws Error with one line for the person where a value is missing or wrong.
 */
export const optionsFrom = (args: readonly string[], newSeed: () => number = anySeed): Options => {
  const options: Options = { slow: false, load: 1, seed: undefined, into: '.build', vitest: [] }
  const left = args.flatMap((arg) => (/^--(shuffle|load|into)=/.test(arg) ? arg.split(/=(.*)/, 2) : [arg]))
  const numberOr = (otherwise: () => number) => (isNumber(left[0]) ? Number(left.shift()) : otherwise())
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--slow') options.slow = true
    else if (arg === '--shuffle') options.seed = numberOr(newSeed)
    else if (arg === '--load') {
      options.load = numberOr(() => 4)
      if (options.load < 1) throw new Error('--load takes how many times the usual load: 1 or more')
    } else if (arg === '--into') {
      const folder = left.shift()
      if (!folder || folder.startsWith('-')) throw new Error('--into takes a folder')
      options.into = folder
    } else options.vitest.push(arg)
  }
  return options
}
