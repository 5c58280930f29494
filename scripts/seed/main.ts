/**
 * `npm run seed`: fills the bot's database, while the bot does not run, with what a company has after three years. The people and channels
 * are the sandbox's, and what is still open the bot brings into the sandbox when it starts.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config.ts'
import { createSettingsFile } from '../../src/edges/settings-file.ts'
import { migrate, openDatabase, SetupError } from '../../src/kit/db/index.ts'
import { silentLog } from '../../src/kit/log.ts'
import { redact } from '../../src/kit/redact.ts'
import { hasRealCredentials } from '../start/plan.ts'
import { storiesOf } from './company.ts'
import { refuseRealIncidents } from './refuse.ts'
import { writeAll } from './write.ts'

const usage = 'Usage: npm run seed [-- --incidents 2000 --messages 50 --seed 1 --beside]'

function whole(text: string, name: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0) return number
  throw new SetupError(`--${name} is "${text}": write a whole number. ${usage}`)
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        incidents: { type: 'string', default: '2000' },
        messages: { type: 'string', default: '50' },
        seed: { type: 'string', default: '1' },
        beside: { type: 'boolean', default: false },
      },
    })
    const incidents = whole(values.incidents, 'incidents')
    return {
      isBeside: values.beside,
      company: {
        seed: whole(values.seed, 'seed'),
        incidents,
        messagesEach: whole(values.messages, 'messages'),
        open: Math.min(6, incidents),
      },
    }
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(`${error instanceof Error ? error.message : error}. ${usage}`)
  }
}

async function seed(): Promise<void> {
  const { company, isBeside } = options()
  if (hasRealCredentials(process.env))
    throw new SetupError(
      'Slack credentials are set: made-up incidents are for the sandbox. Unset them / 本物の Slack には入れません',
    )
  const { databaseUrl, dataDir, settingsPath } = readConfig(
    process.env,
    fileURLToPath(new URL('../../', import.meta.url)),
  )
  const file = createSettingsFile({ path: settingsPath, log: silentLog })
  const settings = file.current()
  file.close()
  const missing = ['a', 'b'].filter((service) => !settings.services[service])
  if (missing.length > 0)
    throw new SetupError(
      `The settings have no service ${missing.join(', ')}: use the project’s own sssbot.yaml (SSSBOT_CONFIG)`,
    )
  const db = await openDatabase({ url: databaseUrl, dataDir })
  try {
    await migrate(db)
    await refuseRealIncidents(db, isBeside)
    // To the minute, so that two runs close together tell the same.
    const until = new Date(Math.floor(Date.now() / 60_000) * 60_000)
    await writeAll(db, storiesOf({ ...company, until }, settings), (written) => {
      if (written % 500 === 0) process.stdout.write(`${written} of ${company.incidents} incidents\n`)
    })
    process.stdout.write(`${company.incidents} incidents are written: npm start shows them.\n`)
  } finally {
    await db.close()
  }
}

try {
  await seed()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(redact(`sssbot: ${error.message}\n`))
  process.exitCode = 1
}
