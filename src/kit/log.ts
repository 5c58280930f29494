import { type DestinationStream, type Logger, pino } from 'pino'
import { isStopping } from './stopping.ts'

/** What the rest of the code logs to: `log.info({ incident }, 'A sentence')`. */
export type Log = Logger

export interface LogOptions {
  /** `trace` … `fatal`, or `silent`. */
  level?: pino.LevelWithSilent
  /** Values of this installation's own secrets: struck out wherever they stand, whatever their shape. */
  secrets?: readonly string[]
  /** Where lines go; standard output unless a test or a command says otherwise. */
  destination?: DestinationStream
}

/** What stands in a line in place of a secret. */
export const REDACTED = '[redacted]'

/** Shapes by which a secret is known wherever it stands in a line: in a message, a stack, a URL, a quoted payload. */
const SHAPES: readonly [shape: RegExp, replacement: string][] = [
  // Slack tokens: xoxb- bot, xoxp- user, xoxe- refresh, xapp- app level … https://docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.%-]+/g, REDACTED],
  // Incoming webhooks and response URLs: who holds the URL may post.
  [/(hooks\.slack\.com\/)[\w/.-]+/g, `$1${REDACTED}`],
  // The ticket in the URL of a Socket Mode connection.
  [/([?&]ticket=)[\w%-]+/g, `$1${REDACTED}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${REDACTED}`],
  [/\b(?:gh[opsur]_|github_pat_)\w+/g, REDACTED],
  [/\bsk-[\w-]{16,}/g, REDACTED],
  // The password in a connection string.
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@"\\]*:)[^\s@"\\]+@/gi, `$1${REDACTED}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/gs, REDACTED],
]

/** Where a database's error repeats whole rows and their values: an incident that few may know of stands in no log. */
const inDatabaseErrors = ['detail', 'where', 'query', 'params', 'parameters', 'queryOptions', 'internalQuery'].flatMap(
  (name) => [`err.${name}`, `err.cause.${name}`],
)

const SECRET_NAME = String.raw`[\w-]*(?:token|secret|passw(?:or)?d|authorization|cookie|api[_-]?key|routing[_-]?key|private[_-]?key|signature)[\w-]*`

/** A field of that name with a text value, at any depth, also inside a JSON document quoted in a string. */
const SECRET_FIELD = new RegExp(
  String.raw`(\\*"${SECRET_NAME}\\*"\s*:\s*\[?\s*)(\\*")(?:(?!\2)(?:\\.|[^"\\]))*\2`,
  'gi',
)

/** The same in a form body or a query string. */
const SECRET_PARAMETER = new RegExp(String.raw`(\b${SECRET_NAME}=)[^&\s"\\]+`, 'gi')

/** pino's number of the level `error`. */
const faults = 50

/** A logger of JSON lines in which no secret is readable. */
export function createLog({ level = 'info', secrets = [], destination }: LogOptions = {}): Log {
  const own = secrets.filter((secret) => secret.length >= 6).map((secret) => JSON.stringify(secret).slice(1, -1))
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: inDatabaseErrors, censor: REDACTED },
    hooks: {
      streamWrite: (line) => redact(line, own),
      // What only the stop has cut short is no fault that somebody must look into.
      logMethod(args, log, level) {
        const [about] = args as unknown[]
        const isCut =
          level >= faults && typeof about === 'object' && about !== null && 'err' in about && isStopping(about.err)
        if (isCut) this.info(...args)
        else log.apply(this, args)
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** A logger that says nothing, for tests and defaults. */
export const silentLog: Log = pino({ level: 'silent' })

/** Strikes the secrets out of one line of JSON (or any other text). `own` are values to strike out literally. */
export function redact(line: string, own: readonly string[] = []): string {
  let text = line
  for (const secret of own) text = text.replaceAll(secret, REDACTED)
  for (const [shape, replacement] of SHAPES) text = text.replace(shape, replacement)
  return text.replace(SECRET_FIELD, `$1$2${REDACTED}$2`).replace(SECRET_PARAMETER, `$1${REDACTED}`)
}
