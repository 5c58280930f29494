import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Three looks at whether npm is still there. */
const looksMs = 1600

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

function isThere(pid: number): boolean {
  return existsSync(`/proc/${pid}`)
}

/** The processes that were started below one, from /proc. */
function below(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.map(Number).flatMap((child) => [child, ...below(child)])
  } catch {
    return []
  }
}

/** How the sandbox may be started: npm runs it in a shell of its own, which stays between them or makes way, or there is no npm. */
const ways = {
  'npm, whose shell stays': { command: 'npm run sandbox', script_shell: 'sh' },
  'npm, whose shell makes way': { command: 'npm run sandbox', script_shell: 'bash' },
  'no npm': { command: `"${process.execPath}" scripts/run.mjs sandbox`, script_shell: 'sh' },
} as const
type Way = keyof typeof ways

/** A shell starts the sandbox in the background, and ends when it answers. Tells its first process and where the sandbox is. */
async function launchInBackground(way: Way = 'npm, whose shell stays'): Promise<{ npm: number; url: string }> {
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

/** Where the sandbox says that it is. */
async function addressIn(log: string): Promise<string> {
  const said = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
  await expect.poll(said, { timeout: 60_000 }).toMatch(/http:\S+\n/)
  return /http:\S+/.exec(said())?.[0] ?? ''
}

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

// Children are looked up in /proc.
describe.runIf(process.platform === 'linux')('a sandbox that a shell put into the background', () => {
  it.for(Object.keys(ways) as Way[])('goes on when the shell has ended: %s', async (way) => {
    const { url } = await launchInBackground(way)
    await pause(looksMs)
    expect(await answers(url)).toBe(true)
  })

  it('ends by Ctrl-C, and leaves nothing behind', async () => {
    const log = join(folder, 'log')
    const env = { ...process.env, SSSBOT_DATA: folder, SANDBOX_PORT: '0' }
    // A terminal tells all processes of the group in front of it.
    const started = spawn('sh', ['-c', `exec npm run sandbox >"${log}" 2>&1`], { cwd: root, env, detached: true })
    npm = started.pid ?? 0
    const url = await addressIn(log)
    const own = [npm, ...below(npm)]
    const ended = once(started, 'exit')
    process.kill(-npm, 'SIGINT')
    await ended
    await expect.poll(() => answers(url), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => own.filter(isThere), { timeout: 10_000 }).toEqual([])
  })

  it('goes on when its terminal is closed, and ends with npm', async () => {
    const started = await launchInBackground()
    const own = below(started.npm)
    await pause(looksMs)
    expect(await answers(started.url)).toBe(true)
    for (const pid of own.slice(-2)) process.kill(pid, 'SIGHUP')
    await pause(looksMs)
    expect(await answers(started.url)).toBe(true)
    process.kill(started.npm, 'SIGKILL')
    await expect.poll(() => answers(started.url), { timeout: 10_000 }).toBe(false)
  })

  it('ends when npm is asked to', async () => {
    const started = await launchInBackground()
    const own = [started.npm, ...below(started.npm)]
    process.kill(started.npm, 'SIGTERM')
    await expect.poll(() => answers(started.url), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => own.filter(isThere), { timeout: 10_000 }).toEqual([])
  })
})
