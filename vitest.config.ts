import { existsSync, globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { patient } from './test/harness/patience.ts'

/** The long fault runs (`*.long.test.ts`), which `npm run ci` adds to what `npm test` runs. */
const long = process.env.SSSBOT_LONG === '1'

/** Starts the one real PostgreSQL that all test files share. */
const postgres = 'test/harness/postgres.ts'

const exclude = [
  ...configDefaults.exclude,
  '**/dist/**',
  '.build/**',
  'data/**',
  ...(long ? [] : ['**/*.long.test.ts']),
]
const include = [long ? '**/*.long.test.ts' : '**/*.test.{ts,tsx,mjs}']

/** What a test must not speak of to run in a process that other files have used: whatever lives outside it, or lasts. */
const outside =
  /harness\/|child_process|process\.env|createSandbox|openDatabase|overrideTexts|stage|vi\.(mock|stub)|node:(http|net)/

/** Test files of pure rules: they share processes and loaded modules, which is most of their cost. */
const pure = long
  ? []
  : globSync('{src,sandbox,scripts,eval}/**/*.test.{ts,tsx,mjs}', {
      exclude: (path) => /node_modules|dist/.test(String(path)),
    }).filter((path) => !outside.test(readFileSync(path, 'utf8')))

/**
 * Stories share processes, and the bots in them, each put back to how it stood after its boot (test/stories/ground.ts). So do the tests
 * of faults, databases and the sandbox, which close what they open: what a file costs alone is imports, and PGlite compiled once more.
 */
const shared = long
  ? []
  : globSync(
      [
        'test/{stories,faults,doctor,manifest,architecture}/**/*.test.ts',
        'src/{kit,edges,rooms}/**/*.test.ts',
        'sandbox/{server,coverage}/**/*.test.ts',
        'scripts/db/*.test.ts',
      ],
      { exclude: (path) => /node_modules|dist|\.long\./.test(String(path)) },
    ).filter(
      (path) =>
        !/browser|i18n\.test|db\/folder|faults\/stops?\.test|doctor\/command/.test(path) && !pure.includes(path),
    )

/** Stories in a browser share processes too, each with a browser and a bot of its own. They assert by waiting for what must come. */
const browsers = long ? [] : globSync('test/stories/*browser.test.ts')

/** The files of the long run, those that take longest first: begun last, one of them would keep its worker alone at the end. */
const longest = [
  'stories/dashboard-walk-browser.',
  'faults/kill.',
  'faults/nasty.',
  'faults/kill-replicas.',
  'faults/methods/methods.',
  'faults/methods/methods-conversations.',
  'faults/stops.',
  'faults/publishing-kill.',
  'faults/cut.',
  'faults/publishing.',
  'faults/stop-in-hand.',
].map((name) => `test/${name}`)

class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const rank = ({ moduleId }: (typeof files)[number]) => {
      const at = longest.findIndex((each) => moduleId.includes(each))
      return at < 0 ? longest.length : at
    }
    return files.toSorted((a, b) => rank(a) - rank(b))
  }
}

/** A test that asserts nothing cannot fail. Those of a browser fail by what does not come. */
const polling = { poll: { timeout: patient(20_000) } }
const asserting = { expect: { requireAssertions: true, ...polling } }

const common = {
  // Processes, because tests kill children, change the environment and load PGlite, which keeps its memory.
  pool: 'forks',
  // For machines that do ten things at once: nothing waits so long where it is quiet.
  testTimeout: patient(60_000),
  hookTimeout: patient(120_000),
  // A second, which is usual, is short on a busy machine.
  expect: polling,
  restoreMocks: true,
  unstubEnvs: true,
} as const

export default defineConfig({
  test: {
    globalSetup: existsSync(new URL(postgres, import.meta.url)) ? [postgres] : [],
    // Stories wait for sockets and browsers a third of their time: three of them fill two cores. A file of the long run fills one.
    maxWorkers: long ? 2 : Math.max(3, availableParallelism()),
    // A describe block of which no story is told on PGlite is empty there. A run without any test fails all the same.
    passWithNoTests: true,
    ...(long ? { sequence: { sequencer: LongestFirst } } : {}),
    projects: [
      { test: { ...common, name: 'alone', include, exclude: [...exclude, ...shared, ...browsers, ...pure] } },
      ...(long
        ? []
        : [
            { test: { ...common, name: 'browsers', include: browsers, exclude, isolate: false } },
            { test: { ...common, ...asserting, name: 'shared', include: shared, exclude, isolate: false } },
            { test: { ...common, ...asserting, name: 'pure', include: pure, exclude, isolate: false } },
          ]),
    ],
  },
})
