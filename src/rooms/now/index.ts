export { type Board, type Boards, createBoards } from './boards.ts'
export { createFeed, type Feed } from './feed.ts'
export type { Listener, News } from './news.ts'
export {
  type BoardAnswer,
  type BoardChange,
  type BoardRow,
  boardAnswer,
  changedSaid,
  type Missing,
  type WaitingAnswer,
  type WaitingRow,
  waitingAnswer,
} from './shapes.ts'
export { waitingFor } from './waiting.ts'
