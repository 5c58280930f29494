import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readCatalog } from '../../../scripts/db/catalog.ts'
import { schemaSql } from '../../../scripts/db/schema-sql.ts'
import { schemaTypes } from '../../../scripts/db/schema-types.ts'
import { forEachDatabase } from '../../../test/harness/database.ts'

const committed = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')

forEachDatabase((_name, open) => {
  test('the migrations make exactly the committed schema and types (else: run scripts/db/schema.ts)', async () => {
    const catalog = await readCatalog((await open()).read)
    expect(schemaSql(catalog)).toBe(await committed('../../../schema.sql'))
    expect(schemaTypes(catalog)).toBe(await committed('schema.generated.ts'))
  })
})

test('SQL never asks the database what time it is: the clock is a parameter', async () => {
  const root = new URL('../../../', import.meta.url).pathname
  const found: string[] = []
  for await (const path of glob(['migrations/*.sql', 'src/**/*.ts', 'scripts/db/*.ts'], { cwd: root })) {
    if (path.endsWith('.test.ts')) continue
    const text = await readFile(`${root}${path}`, 'utf8')
    if (path.endsWith('.ts') && !/from 'kysely'|client\.query/.test(text)) continue
    // A call on an object (clock.now(), Date.now()) is another matter, and the architecture check's.
    if (
      /(?<![.\w])now\(\)(?!:)|current_timestamp|current_date|localtimestamp|clock_timestamp\(|statement_timestamp\(/i.test(
        text,
      )
    )
      found.push(path)
  }
  expect(found).toEqual([])
})
