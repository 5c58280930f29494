import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { settingsText } from '../../test/harness/bot.ts'
import type { Cluster } from '../../test/harness/cluster.ts'
import { patient } from '../../test/harness/patience.ts'
import { openStage } from '../stage.ts'
import { askAll } from './ask.ts'
import { sizes } from './index.ts'
import { pageCounter } from './pages.ts'
import { keptServer, preparedDatabase, type Size } from './prepare.ts'
import { growing, inRows } from './report.ts'

const folder = await mkdtemp(join(tmpdir(), 'sssbot-dashboard-'))
const stage = await openStage()
let server: Cluster | undefined

afterAll(async () => {
  await stage.end()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test(
  'no list, page or search of the dashboard touches more where there is ten times as much',
  async () => {
    // The server runs as another user, who must be able to walk in.
    await chmod(folder, 0o755)
    server ??= await keptServer(folder)
    const running = server
    const ask = async (size: Size) => {
      const url = await preparedDatabase(running, size, () => {})
      const counter = await pageCounter(url)
      const bot = await stage.startBot({ name: 'PostgreSQL', url }, await settingsText({}))
      return askAll(bot.url, 0, counter).finally(bot.end).finally(counter.end)
    }
    const [before, after] = [await ask(sizes.small.postgres[0]), await ask(sizes.small.postgres[1])]
    expect(growing(before, after)).toEqual([])
    // What is reported can be reported.
    expect(inRows({ where: 'here', answered: after }, 100, { where: 'before', answered: before })).not.toHaveLength(0)
  },
  patient(600_000),
)
