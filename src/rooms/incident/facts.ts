import type {} from '../facts/index.ts'

declare module '../facts/fact.ts' {
  interface FactData {
    'incident.declared': {
      service: string
      summary: string
      urgency: string | null
      kind: string
      visibility: string
      /** The answer to a mention from whose button it was declared. */
      invitationId: string | null
      /** How it was detected. */
      detectedBy?: string | null
      /** The message that it was declared from, and its thread. */
      origin?: { channelId: string; ts: string; threadTs: string | null } | null
    }
    'incident.level_set': { from: string | null; to: string; reason: string | null; status: string }
    'incident.summary_edited': { summary: [from: string, to: string]; impact: [from: string | null, to: string | null] }
    'incident.type_set': { from: string[]; to: string[] }
    'incident.tags_set': { from: string[]; to: string[] }
    'incident.kind_set': { from: string; to: string; reason: string | null }
    'incident.visibility_set': { from: string; to: string; invitationId: string | null }
    /** Each moment that was corrected, by the name of its field. */
    'incident.times_edited': {
      changes: { field: string; from: string | null; to: string | null }[]
      reason: string | null
    }
    'incident.recovered': {
      recoveredAt: string
      permanence: string | null
      postmortemOwner: string | null
      postmortemDue: string | null
      /** A sentence for people outside, by whoever declared the recovery; absent in facts of 0.3. */
      note?: string | null
    }
    'incident.reopened': { from: string; reason: string | null; level: string | null }
    /** `left`: what was waived undone. */
    'incident.completed': { waivers: string | null; left?: { what: string; count?: number }[] }
    /** It goes on in another incident. `into` and `from` are ids of incidents; `channel` is the other one's, where everybody may know it. */
    'incident.merged': { into: string; channel?: string | null }
    'incident.absorbed': { from: string; channel: string | null }
    /** An incident that was merged into this one goes on by itself again. */
    'incident.parted': { from: string; channel: string | null }
    'incident.cancelled': { reason: string | null }
  }
}
