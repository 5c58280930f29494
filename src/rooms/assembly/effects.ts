import { later } from '../../kit/clock.ts'
import { incidentOf } from '../channel/index.ts'
import type { Consequence, Effects, Fact } from '../facts/index.ts'
import { assembleJob, bringAlongJob, sweepMembersJob } from './jobs.ts'
import { stillPublicTimer } from './still-public.ts'

/** Whatever the policy asks about an incident settles again who must know; also that it goes on after all. */
export const effects: Effects = (fact, settings) => [...settling(fact), ...reminding(fact, settings)]

/** Reminds once of a channel that nobody has converted. */
const reminding: Effects = ({ type, subject, data, at }, { channels }) => {
  switch (type) {
    case 'incident.visibility_set':
      if (data.to === 'private' && channels.convert_within !== 'off')
        return [{ do: 'set-timer', subject, kind: stillPublicTimer, dueAt: later(at, channels.convert_within) }]
      return [{ do: 'cancel-timer', subject, kind: stillPublicTimer }]
    case 'channel.converted':
    case 'channel.move_wanted':
      return [{ do: 'cancel-timer', subject, kind: stillPublicTimer }]
    default:
      return []
  }
}

function settling(fact: Fact): readonly Consequence[] {
  const incidentId = incidentOf(fact.subject)
  // One that is public, or whose channel is, is swept of nobody.
  if (incidentId && fact.type === 'channel.converted' && fact.data.to === 'private')
    return [{ do: 'enqueue', job: sweepMembersJob, data: { incidentId } }]
  if (incidentId && fact.type === 'incident.absorbed') {
    return [{ do: 'enqueue', job: bringAlongJob, data: { from: fact.data.from, into: incidentId } }]
  }
  const reason = reasonOf(fact)
  if (!incidentId || !reason) return []
  const isHidden = fact.type === 'incident.visibility_set' && fact.data.to === 'private'
  return [
    { do: 'enqueue', job: assembleJob, data: { incidentId, reason } },
    ...(isHidden ? [{ do: 'enqueue' as const, job: sweepMembersJob, data: { incidentId } }] : []),
  ]
}

function reasonOf(fact: Fact): string | undefined {
  switch (fact.type) {
    case 'incident.declared':
      return 'declared'
    case 'incident.level_set':
      return `level:${fact.data.to}`
    case 'incident.type_set':
      return `type:${fact.n}`
    case 'incident.kind_set':
      return `kind:${fact.n}`
    case 'incident.visibility_set':
      return `visibility:${fact.n}`
    case 'roles.tier_called':
      // In a drill the tier is only named.
      return fact.data.kind === 'real' ? `tier:${fact.data.tier}` : undefined
    default:
      return undefined
  }
}
