import { createHash } from 'node:crypto'
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'

const sandboxWeb = join(import.meta.dirname, '..')
/** One for each checkout and client. */
const lockOf = (web: string) =>
  join(tmpdir(), `web-build-${createHash('sha256').update(web).digest('hex').slice(0, 16)}.lock`)
const STALE_MS = 60_000

/** Builds a web client where it is missing or older than its source. Test files run side by side, so only one builds at a time. */
export async function buildWebClient(web = sandboxWeb): Promise<void> {
  const lock = lockOf(web)
  // The page is written before its scripts are, so a look is worth nothing while another file builds.
  while (!(await taken(lock))) await pause(50)
  try {
    if (!(await isFresh(web))) await buildForProduction(web)
  } finally {
    await rmdir(lock)
  }
}

/** The test runner's NODE_ENV would leave React's development build in dist, for people to be served. */
async function buildForProduction(web: string): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'error' })
  } finally {
    process.env.NODE_ENV = before
  }
}

/** Takes the lock, one left behind by a killed run included. */
async function taken(lock: string): Promise<boolean> {
  const held = await stat(lock).catch(() => undefined)
  if (held && Date.now() - held.mtimeMs > STALE_MS) await rmdir(lock).catch(() => {})
  return mkdir(lock).then(
    () => true,
    () => false,
  )
}

async function isFresh(web: string): Promise<boolean> {
  const built = await stat(join(web, 'dist/index.html')).catch(() => undefined)
  if (!built) return false
  const sources = await readdir(join(web, 'src'), { recursive: true })
  const names = [...sources.map((name) => join('src', name)), 'index.html', 'vite.config.ts']
  const times = await Promise.all(names.map(async (name) => (await stat(join(web, name))).mtimeMs))
  return built.mtimeMs > Math.max(...times)
}
