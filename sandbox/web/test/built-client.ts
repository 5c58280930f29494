import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const web = join(import.meta.dirname, '..')

/** Builds the web client where it is missing or older than its source, so that a browser never tries yesterday's. */
export async function buildWebClient(): Promise<void> {
  const built = await stat(join(web, 'dist/index.html')).catch(() => undefined)
  const sources = await readdir(join(web, 'src'), { recursive: true })
  const times = await Promise.all(
    [...sources.map((name) => join('src', name)), 'index.html', 'vite.config.ts'].map(
      async (name) => (await stat(join(web, name))).mtimeMs,
    ),
  )
  if (built && built.mtimeMs > Math.max(...times)) return
  await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'error' })
}
