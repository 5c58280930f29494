import type { QueryClient } from '@tanstack/react-query'
import { listen, type News } from './live.ts'

/** Reads anew whatever on the screen the news are about. */
export function follow(queries: QueryClient): void {
  // Whatever was told while there was no network has been missed.
  window.addEventListener('online', () => void queries.invalidateQueries())
  const stale = (path: string) => void queries.invalidateQueries({ queryKey: [path] })
  listen((news: News) => {
    if (news.is !== 'changed') {
      void queries.invalidateQueries()
      return
    }
    stale('/board')
    stale('/incidents')
    if (news.mine) stale('/waiting')
    void queries.invalidateQueries({
      predicate: ({ queryKey: [, asked] }) => news.incidents.includes(idIn(asked)),
    })
  })
}

/** The incident that was asked for, as `look` keeps it in the query's key. */
function idIn(asked: unknown): string {
  if (typeof asked !== 'object' || asked === null || !('path' in asked)) return ''
  const { path } = asked
  return typeof path === 'object' && path !== null && 'id' in path ? String(path.id) : ''
}
