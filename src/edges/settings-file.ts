import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Clock, systemClock } from '../kit/clock.ts'
import { SetupError } from '../kit/db/setup-error.ts'
import type { Locale } from '../kit/i18n/index.ts'
import type { Log } from '../kit/log.ts'
import { formatProblems, type Problem, parseSettings, type Settings } from '../rooms/settings/index.ts'
import { LOOK_MS, watchPlace } from './settings-file-watch.ts'

/** How long the file may be missing before that is reported, in ms: some editors delete it for a moment. */
const GRACE_MS = LOOK_MS

export type SettingsFileOptions = {
  path: string
  log: Log
  clock?: Clock
  /** The names of all texts that `texts` may replace; without them any name passes. */
  textNames?: readonly string[]
  /** A changed file that is wrong, or gone: what held before goes on. Told once per content. */
  onRefused?: (problems: readonly Problem[]) => void
  /** New settings are in force: `current()` already gives them. */
  onChanged?: (settings: Settings, before: Settings) => void
}

export type SettingsFile = {
  /** The settings in force. Ask again rather than keep them: they change while the bot runs. */
  current(): Settings
  close(): void
}

/**
 * Reads the settings and follows their changes. Throws a `SetupError` with every problem, one per line, where the file is
 * missing, unreadable or wrong at the start.
 */
export function createSettingsFile(options: SettingsFileOptions): SettingsFile {
  const { log, clock = systemClock, textNames, onRefused, onChanged } = options
  const path = resolve(options.path)
  const name = basename(path)

  /** What the files beside it said when they were read last, by their paths. */
  const beside = new Map<string, string | undefined>()
  const readBeside = (file: string): string => {
    beside.set(file, undefined)
    const text = readFileSync(join(dirname(path), file), 'utf8')
    beside.set(file, text)
    return text
  }
  const parse = (text: string) => parseSettings(text, name, textNames, readBeside)

  let inForce = readAtStart(path)
  const first = parse(inForce)
  if (!first.ok) throw new SetupError(firstWords(path, first.problems, languageOf(inForce)))
  let settings = first.settings
  /** What the file said at the last look; undefined where it could not be read. */
  let seen: string | undefined = inForce
  let missingSince: number | undefined

  const refuse = (problems: readonly Problem[]) => {
    log.warn({ problems: formatProblems(problems, 'en').split('\n') }, 'The settings were refused; those before stay')
    onRefused?.(problems)
  }
  const accept = (text: string, isChangedBeside: boolean) => {
    if (text === inForce && !isChangedBeside) return log.info('The settings file again says what is in force')
    const parsed = parse(text)
    if (!parsed.ok) return refuse(parsed.problems)
    const before = settings
    inForce = text
    settings = parsed.settings
    log.info('The changed settings are in force')
    onChanged?.(settings, before)
  }
  const look = async () => {
    try {
      const text = await readFile(path, 'utf8')
      missingSince = undefined
      const isChangedBeside = [...beside].some(([file, before]) => lastSaid(join(dirname(path), file)) !== before)
      if (text === seen && !isChangedBeside) return
      seen = text
      accept(text, isChangedBeside)
    } catch (error) {
      if (codeOf(error) === undefined) return log.error({ err: error }, 'What follows from changed settings failed')
      const now = clock.now().getTime()
      missingSince ??= now
      if (seen === undefined || now - missingSince < GRACE_MS) return
      seen = undefined
      refuse([unreadable(name, error)])
    }
  }
  return { current: () => settings, close: watchPlace(path, clock, look) }
}

/** What a file says now; undefined while it cannot be read. */
function lastSaid(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // An editor may have taken it away for a moment: it is looked at again.
    return undefined
  }
}

function readAtStart(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why =
      codeOf(error) === 'ENOENT'
        ? '設定ファイルがありません / There is no settings file'
        : `設定ファイルを読めません / The settings file cannot be read (${codeOf(error)})`
    throw new SetupError(`${why}: ${path} (SSSBOT_CONFIG; docs/configuration.md)`)
  }
}

function unreadable(file: string, error: unknown): Problem {
  const code = codeOf(error)
  const message =
    code === 'ENOENT'
      ? {
          ja: '設定ファイルがなくなりました。前の設定のまま動いています',
          en: 'the file is gone; the settings before stay',
        }
      : { ja: `設定ファイルを読めません (${code})`, en: `the file cannot be read (${code})` }
  return { file, line: 1, column: 1, path: '', message }
}

/** The code of an error of the file system (`ENOENT`). */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function firstWords(path: string, problems: readonly Problem[], locale: Locale): string {
  const head = { ja: `設定に誤りがあります（${path}）`, en: `The settings are wrong (${path})` }
  return `${head[locale]}\n${formatProblems(problems, locale)}`
}

/** The language that a broken file asks for, as far as one can tell. */
function languageOf(text: string): Locale {
  return /^language:\s*["']?en\b/m.test(text) ? 'en' : 'ja'
}
