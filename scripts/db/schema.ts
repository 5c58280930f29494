/** Writes schema.sql and the table types again from the migrations. Run it after adding a migration. */
import { writeFile } from 'node:fs/promises'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import { readCatalog } from './catalog.ts'
import { schemaSql } from './schema-sql.ts'
import { schemaTypes } from './schema-types.ts'

const db = await openDatabase({ memory: true })
await migrate(db)
const catalog = await readCatalog(db.read)
await writeFile(new URL('../../schema.sql', import.meta.url), schemaSql(catalog))
await writeFile(new URL('../../src/kit/db/schema.generated.ts', import.meta.url), schemaTypes(catalog))
await db.close()
