import pg from 'pg'

/** What tests themselves ask of the database while they wait. */
const own = /as unshown|count\(\*\) as open/

/** Every statement that this process sends to a database, while `work` runs: what goes over the wire, our transactions' ends too. */
export async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const sent: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, client, args: [string | { text?: string }]) {
      const [asked] = args
      const text = (typeof asked === 'string' ? asked : (asked.text ?? '')).replace(/\s+/g, ' ').trim()
      if (!own.test(text)) sent.push(text)
      return Reflect.apply(target, client, args)
    },
  })
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}
