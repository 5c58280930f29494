import type { Looker } from '../access/index.ts'
import type { BoardChange } from './shapes.ts'

/**
 * What a browser hears: by `tag`, which board it is told of from now on; which incidents are otherwise, by id (`mine`: it takes part in
 * one of them), and what that makes of the board; that all may be otherwise; that the stream stands; or that it may not hear on.
 */
export type News =
  | { is: 'here'; tag: string }
  | { is: 'changed'; incidents: readonly string[]; mine: boolean; board: BoardChange | null }
  | { is: 'everything' }
  | { is: 'ping' }
  | { is: 'ended' }

/** One stream. `look` says anew who listens, with the rights of that moment; undefined where they may not any longer. */
export type Listener = { look(): Promise<Looker | 'nobody'>; tell(news: News): void }
