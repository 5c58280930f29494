import type { Situation } from '../situation/index.ts'
import type { Known } from './waiting.ts'

/** What is known for waiting, of an incident of which everything is known. */
export const knownOf = (situation: Situation): Known => ({
  core: situation,
  asked: situation.asked,
  nextUpdateAt: situation.lastUpdate?.nextAt ?? null,
  todos: situation.todos.list,
  questions: situation.learning.questions,
  postmortem: situation.ladder.status,
})
