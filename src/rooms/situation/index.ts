export { handlerOf, type Problem, type Situation, situationOf } from './situation.ts'
export {
  ago,
  elapsed,
  errorWords,
  handlerName,
  kindMark,
  levelEmoji,
  levelName,
  oneLine,
  problemWords,
  publicTitle,
  serviceName,
  statusEmojiOf,
  statusName,
  urgencyName,
  type Voice,
  when,
} from './words.ts'
