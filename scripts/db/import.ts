/** `npm run import -- <file>`: brings an export into an empty database. */
import { readBundle } from './bundle.ts'
import { onBotDatabase } from './command.ts'
import { readIn } from './read-in.ts'

await onBotDatabase(async (db, file) => `Imported ${await readIn(db, () => readBundle(file))} rows from ${file}`)
