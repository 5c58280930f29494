import type { TellOdd } from '../../kit/lenient.ts'
import type { Log } from '../../kit/log.ts'

/** Logs where something of Slack's has a shape that is not known: `about` says what it was, and nothing what it said. */
export const tellOdd =
  (log: Log, about: Readonly<Record<string, string>>): TellOdd =>
  (odd) =>
    log.info({ ...about, odd }, 'Slack told something in a shape that is not known: what can be read was read')
