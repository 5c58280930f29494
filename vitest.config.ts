import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** The long fault runs (`*.long.test.ts`), which `npm run ci` adds to what `npm test` runs. */
const long = process.env.SSSBOT_LONG === '1'

/** Starts the one real PostgreSQL that all test files share. */
const postgres = 'test/harness/postgres.ts'

export default defineConfig({
  test: {
    include: [long ? '**/*.long.test.ts' : '**/*.test.{ts,tsx,mjs}'],
    exclude: [...configDefaults.exclude, '**/dist/**', '.build/**', 'data/**', ...(long ? [] : ['**/*.long.test.ts'])],
    globalSetup: existsSync(new URL(postgres, import.meta.url)) ? [postgres] : [],
    // Processes, because tests kill children, change the environment and load PGlite, which keeps its memory.
    pool: 'forks',
    // Stories wait for sockets more than they compute: two of them fit on two cores. A long run fills them by itself.
    maxWorkers: long ? 1 : Math.max(2, availableParallelism() - 1),
    // For machines that do ten things at once: nothing waits so long where it is quiet.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
