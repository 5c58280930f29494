/** The bot stops and has cut some work short: nothing of it was done, and it may be done again after the next start. */
export class Stopping extends Error {
  override name = 'Stopping'
  constructor(cause?: unknown) {
    super('The bot is stopping', { cause })
  }
}

/**
 * Whether only the stop is to blame for an error, or for the one that caused it. pg-boss tells of errors by their copies, Bolt by
 * one of its own with the `original`.
 */
export function isStopping(error: unknown): boolean {
  for (let each = error, depth = 0; typeof each === 'object' && each !== null && depth < 5; depth++) {
    if ('name' in each && each.name === 'Stopping') return true
    each = 'original' in each ? each.original : 'cause' in each ? each.cause : undefined
  }
  return false
}
