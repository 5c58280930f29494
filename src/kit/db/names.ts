import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { codeOf, isLostPlan } from './failures.ts'

/** How a statement begins that comes again and again, wherever it is sent from. */
export const STEADY = '/* steady */'

/** So many different statements have names on a connection; the rest is sent as it is, since each takes memory there. */
const MOST = 100

/** A statement that comes this often gets a name: what a start asks once needs none. */
const OFTEN = 3

const CHANGED = '0A000'
const IN_FAILED_TRANSACTION = '25P02'

/** So many statements are counted until they come often. */
const MOST_COUNTED = 2_000

/**
 * After so many statements on a connection plans are made anew: tables grow, and the embedded database has nobody who would notice.
 */
const PLANS_LAST = 500

/**
 * Sends statements that come again and again: with a name, each is parsed and planned once on a connection and not each time. Only what finds
 * its rows by their keys: a plan that was made for an empty inbox took a minute to go through a full one.
 */
export class Names {
  /**
   * Before each name, new in each process: behind a pooler a connection may know names of another process, or of this one before a restart,
   * and would carry out the statement that they meant.
   */
  private readonly own = randomBytes(6).toString('hex')
  private readonly known = new Map<string, number>()
  /** How often each came that has no name yet. */
  private readonly seen = new Map<string, number>()
  private readonly clients = new WeakMap<pg.PoolClient, { number: number; sent: number }>()
  private made = 0
  private refused = false

  /**
   * Like `client.query`. One that is refused for its name is sent once more without; in a transaction, which is over by that, the refusal is
   * thrown and `persist` begins it again.
   */
  async send(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
    const number = this.refused ? undefined : this.numberOf(text)
    if (number === undefined) return client.query(text, values)
    // The embedded database keeps its names when the driver begins anew, which does not know them.
    const held = this.clients.get(client) ?? { number: ++this.made, sent: 0 }
    this.clients.set(client, held)
    held.sent += 1
    if (held.sent % PLANS_LAST === 0) await client.query('discard plans')
    try {
      return await client.query({ name: `sssbot_${this.own}_${held.number}_${number}`, text, values })
    } catch (error) {
      // Nothing was done yet: a pooler in between gave it another connection, or a table has got other columns since it was parsed.
      if (!isLostPlan(error)) throw error
      this.refused ||= codeOf(error) !== CHANGED
      this.known.delete(text)
      return client.query(text, values).catch((over: unknown) => {
        throw codeOf(over) === IN_FAILED_TRANSACTION ? error : over
      })
    }
  }

  /** Under which number the database knows a statement, or will; undefined while it comes too rarely. */
  private numberOf(text: string): number | undefined {
    const known = this.known.get(text)
    if (known !== undefined || this.known.size === MOST) return known
    const times = (this.seen.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (this.seen.size < MOST_COUNTED || this.seen.has(text)) this.seen.set(text, times)
      return undefined
    }
    this.seen.delete(text)
    this.known.set(text, ++this.made)
    return this.made
  }
}
