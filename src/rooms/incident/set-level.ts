import { z } from 'zod'
import { settingKey, wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { longestText, reasonOrNone } from './incident.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** Decides how bad it is. Who must hear of it is settled again from the fact. */
export const setLevel = verb({
  name: 'set-level',
  input: z.strictObject({
    level: settingKey,
    reason: reasonOrNone,
    /** What is known of the customers by now; left out it stays as it is. */
    impact: wordsOrNone(longestText),
  }),
  right: 'respond',
  async change(
    { world, tx, incident: { id, level: from, status, summary, impact: before } },
    { level, reason, impact },
  ) {
    const isKnown = world.settings().levels.steps.some((step) => step.key === level)
    if (!isKnown) throw new Refusal('level-unknown', {}, 'level')
    if (from === level) throw new Refusal('level-same', {}, 'level')
    const isNews = impact !== null && impact !== before
    await changeIncident(tx, id, { level, ...(isNews ? { impact } : {}) })
    const subject = incidentSubject(id)
    const edited: { summary: [string, string]; impact: [string | null, string | null] } = {
      summary: [summary, summary],
      impact: [before, impact],
    }
    return {
      facts: [
        { subject, type: 'incident.level_set', data: { from, to: level, reason, status } },
        ...(isNews ? [{ subject, type: 'incident.summary_edited' as const, data: edited }] : []),
      ],
      result: undefined,
    }
  },
})
