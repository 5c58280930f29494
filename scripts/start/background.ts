import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

let folder = ''
let npm = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sssbot-run-'))
})
afterEach(() => {
  for (const pid of [npm, ...below(npm)]) endIfThere(pid)
  rmSync(folder, { recursive: true })
})

function endIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already: what is wanted.
  }
}

/** Whether a process is there. */
export function isThere(pid: number): boolean {
  return existsSync(`/proc/${pid}`)
}

/** The processes that were started below one, from /proc. */
export function below(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.map(Number).flatMap((child) => [child, ...below(child)])
  } catch {
    return []
  }
}

/** How the sandbox may be started: npm runs it in a shell of its own, which stays between them or makes way, or there is no npm. */
export const ways = {
  'npm, whose shell stays': { command: 'npm run sandbox', script_shell: 'sh' },
  'npm, whose shell makes way': { command: 'npm run sandbox', script_shell: 'bash' },
  'no npm': { command: `"${process.execPath}" scripts/run.mjs sandbox`, script_shell: 'sh' },
} as const
export type Way = keyof typeof ways

/** A shell starts the sandbox in the background, and ends when it answers. Tells its first process and where the sandbox is. */
export async function launchInBackground(way: Way = 'npm, whose shell stays'): Promise<{ npm: number; url: string }> {
  const log = join(folder, 'log')
  const { command, script_shell } = ways[way]
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const env = { ...inherited, SSSBOT_DATA: folder, SANDBOX_PORT: '0', npm_config_script_shell: script_shell }
  const shell = spawn('sh', ['-c', `${command} >"${log}" 2>&1 & echo $!; read line`], { cwd: root, env })
  const [line] = await once(shell.stdout, 'data')
  npm = Number(String(line))
  const url = await addressIn(log)
  const ended = once(shell, 'exit')
  shell.stdin.end()
  await ended
  return { npm, url }
}

/** npm starts the sandbox in front of a terminal, in a group of processes of its own. */
export async function launchInFront() {
  const log = join(folder, 'log')
  const env = { ...process.env, SSSBOT_DATA: folder, SANDBOX_PORT: '0' }
  const started = spawn('sh', ['-c', `exec npm run sandbox >"${log}" 2>&1`], { cwd: root, env, detached: true })
  npm = started.pid ?? 0
  const url = await addressIn(log)
  return { npm, url, ended: once(started, 'exit') }
}

/** Where the sandbox says that it is. */
async function addressIn(log: string): Promise<string> {
  const said = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
  await expect.poll(said, { timeout: 60_000 }).toMatch(/http:\S+\n/)
  return /http:\S+/.exec(said())?.[0] ?? ''
}

/** Whether a sandbox answers there. */
export const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
