import { fileURLToPath } from 'node:url'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase, SetupError } from '../../src/kit/db/index.ts'
import { redact } from '../../src/kit/redact.ts'

/** Runs `work` on the bot's database with the file that was named. A problem prints one line, and the process ends with 1. */
export async function onBotDatabase(work: (db: Database, file: string) => Promise<string>): Promise<void> {
  const [file, ...more] = process.argv.slice(2)
  try {
    if (!file || more.length > 0) throw new SetupError('Name one file')
    const { databaseUrl, dataDir } = readConfig(process.env, fileURLToPath(new URL('../../', import.meta.url)))
    const db = await openDatabase({ url: databaseUrl, dataDir })
    try {
      process.stdout.write(`${await work(db, file)}\n`)
    } finally {
      await db.close()
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(redact(`sssbot: ${error.message}\n`))
    process.exitCode = 1
  }
}
