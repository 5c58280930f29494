import { passesByItself } from '../../kit/github/index.ts'
import type { Conflict } from './issues/sides.ts'

export const actionKinds = ['prevent', 'detect', 'mitigate', 'process'] as const
export type ActionKind = (typeof actionKinds)[number]

export const actionSizes = ['s', 'm', 'l'] as const
export type ActionSize = (typeof actionSizes)[number]

/** `removed`: its mark was taken back before anybody had touched it. It is shown nowhere. */
export const actionStates = ['open', 'done', 'waived', 'removed'] as const
export type ActionState = (typeof actionStates)[number]

export type ActionSource = 'reaction' | 'menu' | 'todo' | 'postmortem' | 'review'

/** Something that is to be done so that it does not happen again, or does less harm. It outlives the incident. */
export type ActionItem = {
  id: string
  incidentId: string
  /** What people call it: counts within the incident, from 1. */
  n: number
  /** Plain text, one line; null once the message that said it was deleted. */
  title: string | null
  /** Whether a person wrote the title: what becomes of the message does not reach it then. */
  titled: boolean
  owner: string | null
  /** A day, `2026-12-01`. */
  dueOn: string | null
  kind: ActionKind | null
  size: ActionSize | null
  state: ActionState
  /** Why it was waived. */
  reason: string | null
  source: ActionSource
  /** The message that said it. */
  channelId: string | null
  ts: string | null
  todoId: string | null
  /** Counts what people changed, from 0. */
  revision: number
  changedBy: string | null
  addedBy: string
  addedAt: Date
  closedAt: Date | null
  closedBy: string | null
  /** Its issue on GitHub, where there is one. */
  issueUrl: string | null
  /** Why it has none, or is out of step with it. */
  issueError: string | null
  /** What GitHub said of it. */
  issueDetail: string | null
  /** Who does it on GitHub, where nobody here is known by that name. */
  stranger: string | null
  /** What both sides have changed, each to something else. */
  conflict: Conflict | null
}

/** Whether its issue waits until somebody has put something right. */
export const isIssueStuck = ({ issueError, state }: Pick<ActionItem, 'issueError' | 'state'>): boolean =>
  issueError !== null && state === 'open' && !passesByItself(issueError)

/** Whether somebody has to be asked by whom or when it is done. */
export const hasGaps = ({ state, owner, dueOn }: Pick<ActionItem, 'state' | 'owner' | 'dueOn'>): boolean =>
  state === 'open' && (owner === null || dueOn === null)

export const longestTitle = 300
/** The subject of an item's timers. */
export const actionSubject = (actionId: string): string => `action:${actionId}`
export const actionOf = (subject: string): string | undefined =>
  subject.startsWith('action:') ? subject.slice('action:'.length) : undefined

/** Timers' names in the table of timers: stored, so never renamed. */
export const remindTimer = 'actions.remind'
export const gapsTimer = 'actions.gaps'
