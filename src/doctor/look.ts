import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import type { Clock } from '../kit/clock.ts'
import { type Database, holderOf, inspectDatabase, openDatabase, SetupError } from '../kit/db/index.ts'
import { fillProgress } from '../rooms/search/index.ts'
import { crowded } from '../rooms/sessions/index.ts'
import { type Parsed, parseSettings } from '../rooms/settings/index.ts'
import { neglectedTokens, sharedNamesPeople } from '../rooms/tokens/index.ts'
import type { DatabaseFound } from './grounds.ts'
import { unwritable } from './machine.ts'

/** Reads the settings file as it is now. `textNames`: those that it may replace; left out, any name passes. */
export function readSettingsFile(path: string, textNames?: readonly string[]): Parsed | { ok: false; unread: string } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { ok: false, unread: codeOf(error) }
  }
  return parseSettings(text, basename(path), textNames, (file) => readFileSync(join(dirname(path), file), 'utf8'))
}

/** Opens the bot's database, reads its state and closes it. Changes nothing: where there is none yet, none is made. */
export async function lookAtDatabase({ databaseUrl, dataDir }: Config, clock: Clock): Promise<DatabaseFound> {
  if (!databaseUrl) {
    if (!existsSync(join(dataDir, 'pg'))) {
      const code = await unwritable(dataDir)
      return code ? { is: 'problem', words: `${dataDir}: ${code}` } : { is: 'none', folder: dataDir }
    }
    const holder = await holderOf(dataDir, clock)
    if (holder) return { is: 'held', folder: dataDir, ...holder }
  }
  let db: Database | undefined
  try {
    // With one connection of our own, all others are other bots'.
    db = await openDatabase({ url: databaseUrl, dataDir, poolSize: 1, whateverItLacks: true })
    return await stateOf(db, clock)
  } catch (error) {
    return { is: 'problem', words: error instanceof SetupError ? error.message : codeOf(error) }
  } finally {
    await db?.close()
  }
}

/** What a database says of itself and, where its tables are as this release wants them, of the tokens of the API. */
export async function stateOf(db: Database, clock: Clock): Promise<DatabaseFound> {
  const state = await inspectDatabase(db, clock)
  if (state.migrations.is !== 'right') return { is: 'open', state }
  try {
    const before = await sharedNamesPeople(db.read, { api: {} })
    const tokens = await neglectedTokens(db.read, clock.now())
    const sessions = await crowded(db.read, clock.now())
    const searchFill = await fillProgress(db.read)
    return {
      is: 'open',
      state,
      searchFill,
      sessions,
      tokens: { ...tokens, sharedNames: ({ api }) => api.may_name_people ?? before },
    }
  } catch {
    // The bot's user may not read them: that is another check's to say.
    return { is: 'open', state }
  }
}

/** What of an error may be shown: a code, and never words that may quote an address. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'error'
