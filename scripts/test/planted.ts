import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

const planted = mkdtempSync(join(tmpdir(), 'sssbot-planted-'))
afterAll(() => rmSync(planted, { recursive: true, force: true }))

/** What came of a planted run. `printed` is all that a person saw. */
export type Ended = { code: number; printed: string; report: string; record: string }

/** Runs `npm test` with these arguments on a folder of its own that holds nothing but the planted files. */
export const runPlanted = (
  files: Record<string, string>,
  args: readonly string[] = [],
  settings: Record<string, unknown> = {},
): Promise<Ended> => {
  const folder = mkdtempSync(join(planted, 'run-'))
  // Outside of the project `vitest` cannot be imported: its functions are global there.
  const config = { test: { globals: true, pool: 'threads', maxWorkers: 1, ...settings } }
  const all = { 'vitest.config.mjs': `export default ${JSON.stringify(config)}`, ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
  const into = join(folder, 'into')
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, '--root', folder, '--into', into, ...args],
      { env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } },
      (error, stdout, stderr) =>
        resolve({
          code: error ? (typeof error.code === 'number' ? error.code : 1) : 0,
          printed: stdout + stderr,
          report: join(into, 'tests.json'),
          record: join(into, 'timings.json'),
        }),
    )
  })
}
