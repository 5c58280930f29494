export { type Board, type Boards, createBoards } from './boards.ts'
export { createFeed, type Feed, type Listener, type News } from './feed.ts'
export {
  type BoardAnswer,
  type BoardRow,
  boardAnswer,
  type Missing,
  type WaitingAnswer,
  type WaitingRow,
  waitingAnswer,
} from './shapes.ts'
export { waitingFor } from './waiting.ts'
