import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const spinner = fileURLToPath(new URL('spin.mjs', import.meta.url))

/** How many busy processes leave each of as many workers as there are cores 1/`times` of a core. */
export const spinnersFor = (times: number, cores: number = availableParallelism()): number => (times - 1) * cores

/**
 * Keeps the machine busy with `count` processes of ordinary priority until the returned function is called, or until
 * this process is gone, however that came.
 */
export const startLoad = (count: number): (() => void) => {
  const spinners = Array.from({ length: count }, () =>
    spawn(process.execPath, [spinner], { stdio: ['pipe', 'inherit', 'inherit'] }),
  )
  return () => {
    for (const one of spinners) one.kill('SIGKILL')
  }
}
