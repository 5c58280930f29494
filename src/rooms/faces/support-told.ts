import type { Situation } from '../situation/index.ts'

/**
 * Whether those who speak with customers know: somebody is the liaison, an update went in three lines to a channel of
 * theirs, or whoever wrote an update said so.
 */
export function isSupportTold({ roles, channels, lastUpdate }: Situation): boolean {
  if (roles.some((each) => each.role === 'liaison')) return true
  if (!lastUpdate) return false
  return lastUpdate.isSupportTold || channels.some((each) => each.style === 'brief' && each.since < lastUpdate.at)
}
