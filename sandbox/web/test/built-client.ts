import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { oneAtATime } from '../../../scripts/setup/one-at-a-time.mjs'

const sandboxWeb = join(import.meta.dirname, '..')
/** Held by whoever builds; one for each checkout and client. */
const lockOf = (web: string) =>
  join(tmpdir(), `web-build-${createHash('sha256').update(web).digest('hex').slice(0, 16)}.pid`)

/** Builds a web client where it is missing or older than its source. Test files run side by side, so only one builds at a time. */
export const buildWebClient = (web = sandboxWeb): Promise<void> =>
  // The page is written before its scripts are, so a look is worth nothing while another file builds.
  oneAtATime(
    lockOf(web),
    () => {},
    async () => {
      if (!(await isFresh(web))) await buildForProduction(web)
    },
  )

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

async function isFresh(web: string): Promise<boolean> {
  const built = await stat(join(web, 'dist/index.html')).catch(() => undefined)
  if (!built) return false
  const sources = await readdir(join(web, 'src'), { recursive: true })
  const names = [...sources.map((name) => join('src', name)), 'index.html', 'vite.config.ts']
  const times = await Promise.all(names.map(async (name) => (await stat(join(web, name))).mtimeMs))
  return built.mtimeMs > Math.max(...times)
}
