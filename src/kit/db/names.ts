import type pg from 'pg'

/** So many different statements have names on a connection; the rest is sent as it is, since each takes memory there. */
const MOST = 100

/**
 * After so many statements on a connection plans are made anew: tables grow, and the embedded database has nobody who would notice.
 */
const PLANS_LAST = 500

/**
 * Sends statements that come again and again: with a name, each is parsed and planned once on a connection and not each time. Only what finds
 * its rows by their keys: a plan that was made for an empty inbox took a minute to go through a full one.
 */
export class Names {
  private readonly known = new Map<string, number>()
  private readonly clients = new WeakMap<pg.PoolClient, { number: number; sent: number }>()
  private made = 0
  private refused = false

  /** Like `client.query`. Outside transactions alone: one that is refused for its name is sent once more without. */
  async send(client: pg.PoolClient, text: string, values: unknown[]): Promise<pg.QueryResult> {
    if (this.refused || (!this.known.has(text) && this.known.size === MOST)) return client.query(text, values)
    const number = this.known.get(text) ?? ++this.made
    this.known.set(text, number)
    // The embedded database keeps its names when the driver begins anew, which does not know them.
    const held = this.clients.get(client) ?? { number: ++this.made, sent: 0 }
    this.clients.set(client, held)
    held.sent += 1
    if (held.sent % PLANS_LAST === 0) await client.query('discard plans')
    try {
      return await client.query({ name: `sssbot_${held.number}_${number}`, text, values })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // Nothing was done yet: a pooler in between gave it another connection, or a table has got other columns since it was parsed.
      const isLost = code === '26000' || code === '42P05'
      if (!isLost && !(code === '0A000' && String(error).includes('cached plan'))) throw error
      this.refused ||= isLost
      this.known.delete(text)
      return client.query(text, values)
    }
  }
}
