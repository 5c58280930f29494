import type { TellOdd } from '../../kit/lenient.ts'
import type { Log } from '../../kit/log.ts'

/** Logs a payload from Slack of an unknown shape: `about` says what kind it is, and never what it said. */
export const tellOdd =
  (log: Log, about: Readonly<Record<string, string>>): TellOdd =>
  (odd) =>
    log.info({ ...about, odd }, 'Slack told something in a shape that is not known: what can be read was read')
