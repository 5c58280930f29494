/**
 * Vitest's global setup: one real PostgreSQL and one ready-made PGlite image for the whole run, each made when the first
 * test file asks. Test files live in other processes, so they ask over HTTP. At the end it audits what was told where.
 */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { undoneOnPGlite } from './audit.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { keptImage } from './kept.ts'
import type { Line } from './ledger.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Where the harness answers: POST /database gives the addresses of a new database, POST /image the path of a PGlite dump,
     * and POST /ledger takes down what a story did.
     */
    databases: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-test-'))
  // As root the server runs as another user, who must be able to walk in.
  await chmod(folder, 0o755)

  let postgres: Promise<Cluster> | undefined
  let image: Promise<string> | undefined
  const ledger: Line[] = []
  const answer = async (path: string, body: string): Promise<string> => {
    if (path === '/ledger') {
      ledger.push(JSON.parse(body) as Line)
      return ''
    }
    if (path === '/database') {
      postgres ??= startCluster(folder)
      return JSON.stringify(await (await postgres).create())
    }
    image ??= keptImage()
    return image
  }
  const http = createServer((request, response) => {
    // A connection that is kept may be closed at the moment at which it is used again.
    response.setHeader('connection', 'close')
    text(request)
      .then((body) => answer(request.url ?? '', body))
      .then(
        (answered) => response.end(answered),
        (error: unknown) => response.writeHead(500).end(String(error instanceof Error ? error.stack : error)),
      )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  project.provide('databases', `http://127.0.0.1:${(http.address() as AddressInfo).port}`)

  return async () => {
    http.closeAllConnections()
    http.close()
    await (await postgres)?.stop()
    await rm(folder, { recursive: true, force: true })
    await audit(project, ledger)
  }
}

/** Writes the ledger down, and fails a whole run in which PGlite was not told all that it should be. */
async function audit({ vitest, config }: TestProject, ledger: readonly Line[]): Promise<void> {
  if (ledger.length === 0) return
  const place = join(config.root, '.build', 'ledger.json')
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, JSON.stringify(ledger, null, 1))
  const told = new Set(ledger.map(({ file }) => file))
  const folder = join(config.root, 'test/stories')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file))
  const tellers = await Promise.all(
    files.map(async (file) => ((await readFile(file, 'utf8')).includes("'./telling.ts'") ? [file] : [])),
  )
  const isWhole = !config.testNamePattern && tellers.flat().every((file) => told.has(file))
  const undone = isWhole ? undoneOnPGlite(ledger) : []
  if (undone.length === 0) return
  vitest.logger.error(
    'No story on PGlite does what these do on PostgreSQL: tell one of each `everywhere` (docs/testing.md)',
  )
  for (const { did, story } of undone) vitest.logger.error(`  ${did}: ${story}`)
  process.exitCode = 1
}
