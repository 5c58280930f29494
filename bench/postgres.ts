import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, startCluster } from '../test/harness/cluster.ts'

/** The PostgreSQL of the tests, in a folder of its own that is gone afterwards. */
export async function openPostgres(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'sssbot-bench-postgres-'))
  // As root the server runs as another user, who must be able to walk in.
  await chmod(folder, 0o755)
  const cluster = await startCluster(folder)
  return {
    ...cluster,
    async stop() {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
