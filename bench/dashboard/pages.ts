import pg from 'pg'

/** One statement and how many pages of 8 kB a run of it touched, in memory or on disk. */
export type Touched = { sql: string; pages: number }

/** Counts what statements touch: what grows with the table shows here on any machine, however busy it is. */
export type PageCounter = {
  /** What reading statements touched that ran at the database while `work` did, the most first. */
  during(work: () => Promise<unknown>): Promise<Touched[]>
  end(): Promise<void>
}

/** Needs a server that was started with `shared_preload_libraries=pg_stat_statements`. */
export async function pageCounter(url: string): Promise<PageCounter> {
  const { pathname } = new URL(url)
  const client = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href)
  await client.connect()
  await client.query('create extension if not exists pg_stat_statements')
  return {
    async during(work) {
      await client.query('select pg_stat_statements_reset()')
      await work()
      const { rows } = await client.query<{ query: string; pages: string }>(
        `select query, shared_blks_hit + shared_blks_read as pages from pg_stat_statements
         where dbid = (select oid from pg_database where datname = $1) and query ~* '^\\s*select' and query !~* 'pgboss|for update'
         order by pages desc`,
        [pathname.slice(1)],
      )
      return rows.map(({ query, pages }) => ({ sql: query.replaceAll(/\s+/g, ' '), pages: Number(pages) }))
    },
    end: () => client.end(),
  }
}

export const sumOf = (touched: readonly Touched[]): number => touched.reduce((sum, { pages }) => sum + pages, 0)
