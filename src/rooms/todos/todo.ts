import { z } from 'zod'
import { wholeNumber } from '../../kit/wire.ts'

export const todoStates = ['open', 'done', 'dropped'] as const
export type TodoState = (typeof todoStates)[number]

/** Something that somebody said is to be done during the response. */
export type Todo = {
  id: string
  incidentId: string
  /** What people call it: counts within the incident, from 1. */
  n: number
  /** As it stands in the message, mrkdwn and all; null once that message was deleted. */
  words: string | null
  /** Who does it; null while nobody has taken it. */
  owner: string | null
  state: TodoState
  source: 'message' | 'reaction' | 'menu'
  /** The message that said it. */
  channelId: string | null
  ts: string | null
  /** Which of the things to be done that its message says, from 0. */
  line: number
  addedBy: string
  addedAt: Date
  /** When its time box ends. */
  dueAt: Date | null
  closedAt: Date | null
  closedBy: string | null
}

/** How the TODOs of one incident stand: `list` are those not closed, `closed` the last that were. Dropped ones do not count. */
export type Todos = { open: number; total: number; list: readonly Todo[]; closed: readonly Todo[] }

/** The subject of a TODO's timer. */
export const todoSubject = (todoId: string): string => `todo:${todoId}`
export const todoOf = (subject: string): string | undefined =>
  subject.startsWith('todo:') ? subject.slice('todo:'.length) : undefined

/** The timer's name in the table of timers: stored, so never renamed. */
export const boxTimer = 'todos.box'

/** The longest time box: a day. What takes longer is no matter for the response. */
export const longestBox = 24 * 60

export const longestWords = 3000

/** A time box as it travels, in minutes. */
export const boxMinutes = wholeNumber.pipe(z.int().min(1).max(longestBox))
