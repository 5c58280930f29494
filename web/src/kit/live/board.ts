import type { QueryClient } from '@tanstack/react-query'
import type { BoardChange, Looks } from '../../../../src/rooms/api/contract.ts'
import { look } from '../api/look.ts'
import { changedBoard } from './changed-board.ts'

type Board = Looks['/board']

const { queryKey } = look('/board')

/** Puts a change on the board that the page has; reads it anew where it is a change of another one. */
export async function changeBoard(queries: QueryClient, change: BoardChange): Promise<void> {
  const board = await boardOf(queries)
  if (!board || board.tag === change.to) return
  const changed = changedBoard(board, change)
  if (changed) queries.setQueryData(queryKey, changed)
  else await queries.invalidateQueries({ queryKey })
}

/** Reads the board anew where the page has another than the bot tells of. */
export async function checkBoard(queries: QueryClient, tag: string): Promise<void> {
  const board = await boardOf(queries)
  if (board && board.tag !== tag) await queries.invalidateQueries({ queryKey })
}

/** The board that the page has; one that is on its way is waited for, as it may be older than what is told of it. */
async function boardOf(queries: QueryClient): Promise<Board | undefined> {
  const query = queries.getQueryCache().find<Board>({ queryKey })
  if (query?.state.fetchStatus === 'fetching') await query.promise?.catch(() => {})
  return query?.state.data
}
