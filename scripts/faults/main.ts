/**
 * Makes each fault of the list in a copy of the project and runs the one test that must notice. Ends with 1 when one did not.
 * Usage: npm run seeded -- [ids] [--from id] [--to id] [--survivors] [--jobs n] [--without PostgreSQL] [--whole]
 *        npm run seeded -- --write    writes the list into docs/seeded-faults.md
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../check/root.ts'
import { chosen, faultsIn } from './choose.ts'
import { faults } from './list/index.ts'
import { line, summary, withList } from './report.ts'
import { copyOf, type Tree } from './tree.ts'
import { soundness, type Trial, type TrialOptions, tryFault } from './trial.ts'

const document = join(root, 'docs', 'seeded-faults.md')
const results = join(root, '.build', 'seeded.json')

const { values: options, positionals: ids } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
    limit: { type: 'string', default: '180' },
    without: { type: 'string' },
    whole: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const earlier = async (): Promise<Trial[]> => JSON.parse(await readFile(results, 'utf8').catch(() => '[]'))

async function keep(trials: readonly Trial[]): Promise<void> {
  const tried = new Set(trials.map(({ id }) => id))
  const others = (await earlier()).filter(({ id }) => !tried.has(id) && faults.some((fault) => fault.id === id))
  await mkdir(join(root, '.build'), { recursive: true })
  await writeFile(results, `${JSON.stringify([...others, ...trials], null, 2)}\n`)
}

/** Takes files off the queue, one after the other: first their tests without a fault, then each fault. */
async function work(tree: Tree, queue: (typeof faults)[number][][], trialOptions: TrialOptions, trials: Trial[]) {
  for (let group = queue.shift(); group && !trialOptions.signal.aborted; group = queue.shift()) {
    const unsound = await soundness(tree, group, trialOptions)
    for (const fault of group) {
      const why = unsound.get(fault.id)
      const begun = performance.now()
      const tried = why
        ? { id: fault.id, verdict: 'unsound' as const, by: why }
        : await tryFault(tree, fault, trialOptions)
      const trial = { ...tried, seconds: Math.round((performance.now() - begun) / 100) / 10 }
      trials.push(trial)
      console.log(line(trial, fault))
    }
  }
}

async function tryAll(signal: AbortSignal): Promise<Trial[]> {
  const survivors = options.survivors ? (await earlier()).filter(({ verdict }) => verdict !== 'caught') : undefined
  const wanted = chosen(faults, { ids, from: options.from, to: options.to, among: survivors?.map(({ id }) => id) })
  const queue = faultsIn(wanted)
  const trials: Trial[] = []
  const { without, whole } = options
  const trialOptions = { limitMs: Number(options.limit) * 1000, signal, without, whole }
  const trees: Tree[] = []
  try {
    const jobs = Math.min(Number(options.jobs), queue.length)
    for (let n = 0; n < jobs; n++) trees.push(await copyOf(root))
    await Promise.all(trees.map((tree) => work(tree, queue, trialOptions, trials)))
  } finally {
    await Promise.all(trees.map((tree) => tree.remove()))
    await keep(trials)
  }
  return trials
}

if (options.write) {
  await writeFile(document, withList(await readFile(document, 'utf8'), faults))
} else {
  const stopped = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopped.abort(new Error(name)))
  try {
    const trials = await tryAll(stopped.signal)
    console.log(`\n${summary(trials)}`)
    process.exitCode = trials.every(({ verdict }) => verdict === 'caught') ? 0 : 1
  } catch (error) {
    if (!stopped.signal.aborted) throw error
    console.error('Stopped; what was tried so far stands in .build/seeded.json')
    process.exitCode = 1
  }
}
