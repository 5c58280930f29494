/** Where a conversation is read again from Slack's history: an incident's channel, or one thread of another. */
export type RepairPlace = { incidentId: string; channelId: string; threadTs: string | null }

/** A reading of the history that is under way, as far as it has come. */
export type Run = RepairPlace & {
  beganAt: Date
  /** Raised with each page. */
  step: number
  pages: number
  thorough: boolean
  /** The main line is read down to this message; null at its newest end. */
  readDownTo: string | null
  mainRead: boolean
  /** Threads that are still to be read, and how far the first of them is. */
  threads: readonly string[]
  readUpTo: string | null
  attempts: number
}

/** The timer's name in the table of timers: stored, so never renamed. */
export const repairTimer = 'record.repair'

/** Messages in one page. Slack recommends no more than 200. https://docs.slack.dev/reference/methods/conversations.history */
export const pageSize = 200

/** A reading ends after so many pages, threads included: what is older than that is left as it was kept. */
export const mostPages = 500

/** Threads in which nobody has said anything for so long are read only where something is known to differ, in milliseconds. */
export const stillLivelyMs = 7 * 24 * 60 * 60_000

/**
 * Only what was kept at least so long before a page was asked for is missed in it, in milliseconds: Slack's history may be a
 * little behind its events.
 */
export const settledMs = 60_000

/** What a parent in the history says of its thread. */
export type ThreadState = { ts: string; replyCount: number; latestReply: string | null; known: number }

/** Whether a thread has to be read: its number of replies differs from what is kept, or people may still edit there. */
export const mayHaveChanged = (
  { replyCount, latestReply, known }: ThreadState,
  { beganAt, thorough }: Pick<Run, 'beganAt' | 'thorough'>,
): boolean => {
  if (replyCount === 0 && known === 0) return false
  if (thorough || replyCount !== known) return true
  return latestReply !== null && Number(latestReply) * 1000 > beganAt.getTime() - stillLivelyMs
}
