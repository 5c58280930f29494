import type { QueryClient } from '@tanstack/react-query'
import { listen, type News } from './live.ts'

/** Reads anew whatever on the screen the news are about. */
export function follow(queries: QueryClient): void {
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

const idIn = (asked: unknown): string =>
  typeof asked === 'object' && asked !== null && 'path' in asked ? ((asked.path as { id?: string }).id ?? '') : ''
