import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { longestText } from './incident.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** An impact left out stays what it is; null, nothing and spaces say that nobody knows. */
const impactOrAsBefore = z
  .string()
  .trim()
  .max(longestText)
  .nullable()
  .transform((text) => text || null)
  .optional()

/** Rewrites the summary and the impact. The fact keeps what they said before. */
export const editSummary = verb({
  name: 'edit-summary',
  input: z.strictObject({ summary: words(longestText), impact: impactOrAsBefore }),
  right: 'respond',
  async change({ tx, incident }, { summary, impact = incident.impact }) {
    if (incident.summary === summary && incident.impact === impact) throw new Refusal('nothing-changed', {}, 'summary')
    await changeIncident(tx, incident.id, { summary, impact })
    return {
      facts: [
        {
          subject: incidentSubject(incident.id),
          type: 'incident.summary_edited',
          data: { summary: [incident.summary, summary], impact: [incident.impact, impact] },
        },
      ],
      result: undefined,
    }
  },
})
