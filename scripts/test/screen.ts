import { duration } from './duration.ts'
import { brokenFilesOf, type Placed, type Run, retriedIn, testsOf } from './record.ts'

/** What the last screen tells about. */
export type Screen = { run: Run; problems: readonly string[]; wallMs: number; slow: boolean; seed: number | undefined }

/** So many failures and slow ones fit on one screen. Retried tests are never left out. */
const most = 20

const count = (states: readonly string[]): string =>
  ['passed', 'failed', 'skipped']
    .map((state) => ({ state, n: states.filter((one) => one === state).length }))
    .filter(({ state, n }) => n > 0 || state !== 'skipped')
    .map(({ state, n }) => `${n} ${state}`)
    .join(', ')

const named = ({ path, name }: Placed): string => `${path} > ${name}`

const list = (title: string, lines: readonly string[], limit = lines.length): string[] => {
  if (lines.length === 0) return []
  const more = lines.length > limit ? [`  … and ${lines.length - limit} more, above`] : []
  return ['', title, ...lines.slice(0, limit).map((line) => `  ${line}`), ...more]
}

const failures = (run: Run): string[] => [
  ...brokenFilesOf(run).map(({ path }) => `${path} (outside of a test)`),
  ...testsOf(run)
    .filter(({ state }) => state === 'failed')
    .map(named),
]

const snapshots = ({ snapshots: { written, updated, removed, obsolete } }: Run): string[] => {
  const parts = Object.entries({ written, updated, removed, obsolete })
    .filter(([, n]) => n > 0)
    .map(([what, n]) => `${n} ${what}`)
  return parts.length > 0 ? [`Snapshots  ${parts.join(', ')}`] : []
}

const slowest = (run: Run): string[] => {
  const tests = testsOf(run).sort((a, b) => b.ms - a.ms)
  const setUps = run.files
    .map((file) => ({ ...file, all: file.importMs + file.hooksMs }))
    .sort((a, b) => b.all - a.all)
    .slice(0, most)
  const long = (ms: number) => duration(ms).padStart(11)
  return [
    ...list(
      'The slowest tests:',
      tests.slice(0, most).map((test) => `${long(test.ms)}  ${named(test)}`),
    ),
    ...list(
      'The slowest set-ups:',
      setUps.map(
        ({ path, all, importMs, hooksMs }) =>
          `${long(all)}  ${path} (imports ${duration(importMs)}, beforeAll and afterAll ${duration(hooksMs)})`,
      ),
    ),
  ]
}

/** The lines that stand last when all tests have run: what came of them, in how long, and what to look at. */
export const lastScreen = ({ run, problems, wallMs, slow, seed }: Screen): string[] => {
  const retried = retriedIn(run)
  const again = retried.length === 1 ? '1 test needed a second try:' : `${retried.length} tests needed a second try:`
  // Whatever did not end is a failure of its file.
  const files = run.files.map(({ state }) => (state === 'pending' || state === 'queued' ? 'failed' : state))
  return [
    ...(slow ? slowest(run) : []),
    ...list('Failed:', failures(run), most),
    ...list(
      again,
      retried.map((test) => named(test) + (test.state === 'failed' ? ' (and failed again)' : '')),
    ),
    '',
    `Files      ${count(files)}`,
    `Tests      ${count(testsOf(run).map(({ state }) => state))}`,
    ...snapshots(run),
    `Time       ${duration(wallMs)}`,
    ...(seed === undefined ? [] : [`Order      shuffled; the same again: npm test -- --shuffle ${seed}`]),
    ...problems.map((problem) => `✗ ${problem}`),
  ]
}
