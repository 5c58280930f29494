import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { passOn } from './output.ts'
import type { Part } from './plan.ts'

/** How a process ended: its exit code, or 1 where a signal ended it. */
export type End = { name: Part['name']; code: number; signal: NodeJS.Signals | null }

/** A process that was started. `ended` resolves when it is gone, however that came. */
export type Running = { part: Part; ended: Promise<End>; end: (graceMs: number) => Promise<void> }

const leash = fileURLToPath(new URL('leash.mjs', import.meta.url))

/** Where a part runs: the project's folder, and the environment it sees. */
export type Place = { root: string; env: NodeJS.ProcessEnv }

const endOf = (name: Part['name'], child: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    child.once('error', () => resolve({ name, code: 1, signal: null }))
    child.once('exit', (code, signal) => resolve({ name, code: code ?? 1, signal }))
  })

/**
 * Starts a part in a process group of its own, so that Ctrl-C reaches it once, through us.
 * `end` asks it to end and kills it after `graceMs` milliseconds.
 */
export const start = (part: Part, { root, env }: Place): Running => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', leash, ...part.args], {
    cwd: root,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  passOn(part.name, child.stdout, process.stdout)
  passOn(part.name, child.stderr, process.stderr)
  const ended = endOf(part.name, child)
  const end = async (graceMs: number) => {
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), graceMs)
    await ended
    clearTimeout(last)
  }
  return { part, ended, end }
}
