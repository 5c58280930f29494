import type { DetailAnswer } from '../../../../../src/rooms/api/contract.ts'

export const momentNames = [
  'occurred',
  'detected',
  'declared',
  'handler',
  'first_update',
  'recovered',
  'completed',
] as const
export type MomentName = (typeof momentNames)[number]

/** A moment of the incident in milliseconds; null where nobody knows it, or it has not come yet. */
export type Moments = Record<MomentName, number | null> & {
  /** Whether anybody wrote how users are affected. */
  isImpactStated: boolean
}

const msOf = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))

export const momentsOf = ({ incident, handler_taken_at, first_update_at }: DetailAnswer): Moments => ({
  isImpactStated: incident.impact !== null,
  occurred: msOf(incident.occurred_at),
  detected: msOf(incident.detected_at),
  declared: msOf(incident.declared_at),
  handler: msOf(handler_taken_at),
  first_update: msOf(first_update_at),
  recovered: msOf(incident.recovered_at),
  completed: msOf(incident.completed_at),
})

/**
 * A bar of the picture. `isStated`: else nobody said that there was anything at all. `isStartKnown`: else it began before, nobody knows
 * when. `isOver`: else it goes on.
 */
export type Bar = { from: number; to: number; isStated: boolean; isStartKnown: boolean; isOver: boolean }

/**
 * What users felt, from when it occurred until it recovered, and what it cost the organisation, from when it was noticed until all was
 * done. Where it is over without having recovered (cancelled, merged) it ends with that.
 */
export function barsOf(moments: Moments, status: string, now: number): { users: Bar; organisation: Bar } {
  const declared = moments.declared ?? now
  const noticed = moments.detected ?? declared
  const isEnded = status === 'cancelled' || status === 'merged' || status === 'completed'
  const end = moments.completed ?? (isEnded ? (moments.recovered ?? declared) : now)
  return {
    users: {
      from: moments.occurred ?? Math.min(noticed, declared),
      to: moments.recovered ?? end,
      // A declaration alone says nothing of users: it may have been noticed before anybody was affected.
      isStated: moments.occurred !== null || moments.isImpactStated,
      isStartKnown: moments.occurred !== null,
      isOver: moments.recovered !== null || isEnded,
    },
    organisation: {
      from: Math.min(noticed, declared),
      to: Math.max(end, moments.recovered ?? end),
      isStated: true,
      isStartKnown: true,
      isOver: isEnded,
    },
  }
}
