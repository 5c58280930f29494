import { test } from 'vitest'
import { onDatabase } from '../../../test/harness/database.ts'
import { rowsSurviveFrom } from '../../../test/harness/survives.ts'
import { readMigrations } from './index.ts'

onDatabase('PostgreSQL', (open) => {
  test('rows written at any earlier version survive every later migration', async () => {
    const migrations = await readMigrations()
    const db = await open()
    for (let version = 1; version < migrations.length; version++) await rowsSurviveFrom(version, db, migrations)
  })
})
