import type { Reader } from '../../kit/db/index.ts'
import type { Log } from '../../kit/log.ts'
import { isStopping } from '../../kit/stopping.ts'
import { type Situation, situationOf } from './situation.ts'

/** One of several that are shown together: what cannot be read is logged and left out, so that it hides none of the others. */
export async function situationInList(reader: Reader, log: Log, incidentId: string): Promise<Situation | undefined> {
  try {
    return await situationOf(reader, incidentId)
  } catch (error) {
    if (isStopping(error) || isOfDatabase(error)) throw error
    log.error({ err: error, incidentId }, 'An incident cannot be read: lists leave it out')
    return undefined
  }
}

/** PostgreSQL's errors, and those of the connection to it, have a code. */
const isOfDatabase = (error: unknown): boolean => error instanceof Error && 'code' in error
