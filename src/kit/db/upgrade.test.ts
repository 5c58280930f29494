import { test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { released, rowsSurviveFrom } from '../../../test/harness/survives.ts'
import { readMigrations } from './index.ts'

/** The newest migrations are those that nobody has tried yet. The long run begins at each. */
const newest = 4

onDatabase('PostgreSQL', (open) => {
  test('rows written by the last release, or before one of the newest migrations, survive every later one', async () => {
    const migrations = await readMigrations()
    const db = await open()
    for (const version of [released, ...Array.from({ length: newest }, (_, n) => migrations.length - newest + n)])
      await rowsSurviveFrom(version, db, migrations)
  })
})
