import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from '../check/root.ts'

const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url))
/** Ends Vitest when we are gone without a word. */
const leash = pathToFileURL(join(root, 'scripts', 'start', 'leash.mjs')).href

/** Where a run leaves what came of it: Vitest's JSON report, and our record with the times. */
export type Traces = { report: string; record: string }

/** The arguments by which Vitest tells its progress as we do and leaves its report. */
export const reporting = ({ report }: Traces): string[] => [
  `--reporter=${reporter}`,
  '--reporter=json',
  `--outputFile.json=${report}`,
]

/** Runs Vitest with these arguments and resolves with its exit code; what asks us to end asks it. */
export const runVitest = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve) => {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const child = spawn(process.execPath, ['--import', leash, vitest, 'run', ...args], {
      cwd: root,
      stdio: 'inherit',
      env,
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(`sssbot: Vitest could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
