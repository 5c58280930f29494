import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Clock, later, sleep } from '../clock.ts'
import { codeOf } from './failures.ts'
import { SetupError } from './setup-error.ts'

/** A data folder that is ours alone until released. */
export interface FolderLock {
  release(): void
}

interface Holder {
  token: string
  pid: number
  /** When the process began, as the system counts it: a pid alone may have been given to another process since. */
  started: string | undefined
  host: string
}

/** The holder touches its lock this often, so that one on another host (or in another container) can be judged. */
const TOUCH_MS = 1_000
const WATCH_MS = 4_000
const SETTLE_MS = 30

const heldHere = new Set<string>()

/**
 * Takes the lock of `folder`, because two processes that write to one PGlite folder lose rows. The lock of a dead
 * process is taken over: at once on the same host, after 4 s without a sign of life from another. Throws a SetupError
 * when somebody holds it.
 */
export async function lockFolder(folder: string, clock: Clock): Promise<FolderLock> {
  const path = join(folder, 'lock')
  const me: Holder = { token: randomUUID(), pid: process.pid, started: startOf(process.pid), host: hostname() }
  for (let attempt = 0; ; attempt++) {
    if (tryCreate(path, me)) break
    const holder = readHolder(path)
    if (holder && (attempt > 20 || (await isAlive(path, holder, clock)))) throw heldBy(folder, holder)
    // Looked at and removed without a pause in between, so that two that take over at once rarely meet; if they do, the
    // later one wins and the look below tells the earlier one.
    if (readHolder(path)?.token === holder?.token) rmSync(path, { force: true })
  }
  await sleep(clock, SETTLE_MS)
  const winner = readHolder(path)
  if (winner && winner.token !== me.token) throw heldBy(folder, winner)

  heldHere.add(me.token)
  let cancel = () => {}
  const touch = () => {
    try {
      utimesSync(path, clock.now(), clock.now())
    } catch {
      // A folder that is gone or full is reported by the database itself.
    }
    cancel = clock.setTimer(touch, later(clock.now(), TOUCH_MS))
  }
  touch()
  return {
    release() {
      cancel()
      heldHere.delete(me.token)
      if (readHolder(path)?.token === me.token) rmSync(path, { force: true })
    },
  }
}

/** Who uses `folder` now; undefined where nobody does, or who did is gone. Changes nothing; takes up to 4 s to judge another host. */
export async function holderOf(folder: string, clock: Clock): Promise<{ pid: number; host: string } | undefined> {
  const path = join(folder, 'lock')
  const holder = readHolder(path)
  return holder && (await isAlive(path, holder, clock)) ? { pid: holder.pid, host: holder.host } : undefined
}

function tryCreate(path: string, holder: Holder): boolean {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(file, JSON.stringify(holder))
  } finally {
    closeSync(file)
  }
  return true
}

/** Who holds the lock; undefined when nobody does, or the file is cut short (its writer died, or is writing it now). */
function readHolder(path: string): Holder | undefined {
  try {
    // Only a bot writes this file; whatever else stands there is caught below.
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

async function isAlive(path: string, holder: Holder, clock: Clock): Promise<boolean> {
  if (holder.host === hostname()) {
    if (holder.pid === process.pid) return heldHere.has(holder.token)
    if (!isRunning(holder.pid)) return false
    return holder.started === undefined || startOf(holder.pid) === holder.started
  }
  const before = touchedAt(path)
  for (let waited = 0; waited < WATCH_MS; waited += 250) {
    await sleep(clock, 250)
    if (touchedAt(path) !== before) return true
  }
  return false
}

function touchedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Linux: the process's start in clock ticks since the boot (proc(5), stat, field 22). Elsewhere unknown. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

function heldBy(folder: string, { pid, host }: Holder): SetupError {
  return new SetupError(
    `The data folder ${folder} is in use by process ${pid} on ${host}: stop that one first, or give this one a folder of its own`,
  )
}
