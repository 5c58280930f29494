import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { settingsText } from '../../test/harness/bot.ts'
import type { Place, Stage } from '../stage.ts'
import type { Row } from '../table.ts'
import { type Answered, askAll } from './ask.ts'
import { type PageCounter, pageCounter } from './pages.ts'
import { inAll, keptServer, preparedDatabase, preparedFolder, type Size } from './prepare.ts'
import { type Asked, growing, inRows } from './report.ts'

/** How often each question is asked, after the first time. */
const rounds = 20

/**
 * What is asked of, each on PostgreSQL at two sizes: what grows with the tables shows as a ratio. The smaller one holds more than lists and
 * searches walk through before they ask an index.
 */
export const sizes: Readonly<Record<'small' | 'usual' | 'large', { pglite: Size; postgres: readonly [Size, Size] }>> = {
  small: {
    pglite: { incidents: 200, messages: 20, copies: 0 },
    postgres: [
      { incidents: 250, messages: 6, copies: 7 },
      { incidents: 250, messages: 6, copies: 47 },
    ],
  },
  usual: {
    pglite: { incidents: 2_000, messages: 50, copies: 0 },
    postgres: [
      { incidents: 2_000, messages: 50, copies: 0 },
      { incidents: 2_000, messages: 50, copies: 9 },
    ],
  },
  large: {
    pglite: { incidents: 2_000, messages: 50, copies: 0 },
    postgres: [
      { incidents: 2_000, messages: 50, copies: 9 },
      { incidents: 2_000, messages: 50, copies: 49 },
    ],
  },
}

/**
 * Asks every question of the dashboard, on PGlite, and on PostgreSQL at two sizes. Cold: the server and the bot have just started; what the
 * system keeps of the files in memory stays there.
 */
export async function benchDashboard(stage: Stage, places: readonly Place[], size: keyof typeof sizes): Promise<Row[]> {
  const rows: Row[] = []
  const { pglite, postgres } = sizes[size]
  if (places.some(({ name }) => name === 'PGlite')) {
    const dataDir = stage.newFolder()
    await cp(await preparedFolder(pglite), join(dataDir, 'bot'), { recursive: true })
    const answered = await ask(stage, { name: 'PGlite' }, { dataDir })
    rows.push(...inRows({ where: `PGlite, ${told(pglite)}`, answered }, 50))
  }
  if (!places.some(({ name }) => name === 'PostgreSQL')) return rows
  let before: Asked | undefined
  for (const each of postgres) {
    const server = await keptServer()
    try {
      const url = await preparedDatabase(server, each)
      const counter = await pageCounter(url)
      const answered = await ask(stage, { name: 'PostgreSQL', url }, { counter }).finally(counter.end)
      const asked = { where: `PostgreSQL, ${told(each)}`, answered }
      rows.push(...inRows(asked, 100, before))
      for (const line of growing(before?.answered ?? [], answered)) if (before) console.log(`  grows: ${line}`)
      before = asked
    } finally {
      await server.stop()
    }
  }
  return rows
}

const told = (size: Size): string =>
  `${inAll(size).toLocaleString('en')} incidents, ${(inAll(size) * size.messages).toLocaleString('en')} messages`

/** One browser asks here as often as a whole company: on a quick machine the limit of one person would end the run. */
const asOften = { api: { limits: { reads: 100_000 } } }

async function ask(
  stage: Stage,
  place: Place,
  { dataDir, counter }: { dataDir?: string; counter?: PageCounter },
): Promise<Answered[]> {
  const began = performance.now()
  const bot = await stage.startBot(place, await settingsText(asOften), dataDir ? { dataDir } : {})
  console.log(`  ${place.name}: ready after ${Math.round(performance.now() - began)} ms`)
  try {
    return await askAll(bot.url, rounds, counter)
  } finally {
    await bot.end()
  }
}
