import { act } from './act.ts'
import { workspaceNow } from './live.ts'
import type { Workspace } from './workspace.ts'

const KEY = 'sandbox.first-visit'
const asked = new Map<string, string>()

/**
 * The ts up to which a person has read a channel. Where they never opened it, what stood there at this browser's first visit
 * does not count as new.
 */
export function readMark(reads: Workspace['reads'], person: string, channel: string): string {
  return reads.get(person)?.[channel] ?? firstVisit()
}

/** Remembers that a person has seen a channel up to this ts; going back in time changes nothing. */
export function markRead(person: string, channel: string, ts: string): void {
  const key = `${person}/${channel}`
  const known = readMark(workspaceNow().reads, person, channel)
  if (known >= ts || (asked.get(key) ?? '') >= ts) return
  asked.set(key, ts)
  void act({ do: 'mark_read', as: person, channel, ts }, true)
}

/** Starts the count of new messages at the first visit of this browser. */
export function noteVisit(newestTs: string): void {
  const before = localStorage.getItem(KEY)
  // A workspace put back to its seed is older than the last visit.
  if (before === null || before > newestTs) localStorage.setItem(KEY, newestTs)
}

function firstVisit(): string {
  return localStorage.getItem(KEY) ?? ''
}
