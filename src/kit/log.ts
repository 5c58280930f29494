import { type DestinationStream, type Logger, pino } from 'pino'
import { REDACTED, redact } from './redact.ts'
import { formsOf } from './secrets.ts'
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

/** Where a database's error repeats whole rows and their values: an incident that few may know of stands in no log. */
const inDatabaseErrors = ['detail', 'where', 'query', 'params', 'parameters', 'queryOptions', 'internalQuery'].flatMap(
  (name) => [`err.${name}`, `err.cause.${name}`],
)

/** pino's number of the level `error`. */
const faults = 50

/** A logger of JSON lines in which no secret is readable. */
export function createLog({ level = 'info', secrets = [], destination }: LogOptions = {}): Log {
  const own = secrets.flatMap(formsOf)
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
