import type { QueryClient } from '@tanstack/react-query'
import { changeBoard, checkBoard } from './board.ts'
import { listen, type News } from './live.ts'

/** Reads anew whatever on the screen the news are about. */
export function follow(queries: QueryClient): void {
  // Whatever was told while there was no network has been missed.
  window.addEventListener('online', () => void queries.invalidateQueries())
  const stale = (path: string) => void queries.invalidateQueries({ queryKey: [path] })
  // One after the other: each change is of the board that the one before has made.
  let board = Promise.resolve()
  const next = (work: () => Promise<void>) => {
    board = board.then(work, work)
  }
  listen((news: News) => {
    if (news.is === 'ping') return
    if (news.is === 'here') {
      next(() => checkBoard(queries, news.tag))
      return
    }
    if (news.is !== 'changed') {
      void queries.invalidateQueries()
      return
    }
    const { board: change } = news
    if (change) next(() => changeBoard(queries, change))
    else stale('/board')
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
