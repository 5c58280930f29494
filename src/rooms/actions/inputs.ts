import { z } from 'zod'
import { trimmed } from '../../kit/well-formed.ts'
import { plain, wholeNumber, words, wordsOrNone } from '../../kit/wire.ts'
import { dayAhead, dueDay, ofIncident, personNamed } from '../incident/index.ts'
import { actionKinds, actionSizes, longestTitle } from './action.ts'
import { sideFields } from './issues/sides.ts'
import { actionById } from './store.ts'

/** Slack's limit of a plain text input. */
const longestReason = 3000

const title = z
  .string()
  .transform((text) => trimmed(text.replace(/\s+/gu, ' ')))
  .pipe(z.string().min(1).max(longestTitle))
  .register(plain, { is: 'words' })

/** The item of the incident that a verb is about, by its id. */
const action = ofIncident(
  z.string().max(100),
  'action-unknown',
  async ({ tx, incident }, id) => (await actionById(tx, String(id)))?.incidentId === incident.id,
)

/** Of a private incident nobody hears by being given something to do: whoever is to do it is invited first. */
const owner = personNamed({ unknowing: 'action-owner-outside' })

export const addInput = z.strictObject({
  title,
  owner: owner.nullish().default(null),
  due: dayAhead.nullish().default(null),
  kind: z.enum(actionKinds).nullish().default(null),
  size: z.enum(actionSizes).nullish().default(null),
  /** Where it was thought of. */
  source: z.enum(['menu', 'postmortem', 'review']).default('menu'),
})

/** What is said of an item; what is left out stays, and null empties. */
export const changeInput = z.strictObject({
  action,
  title: title.optional(),
  owner: owner.nullable().optional(),
  due: dueDay.nullable().optional(),
  kind: z.enum(actionKinds).nullable().optional(),
  size: z.enum(actionSizes).nullable().optional(),
  state: z.enum(['open', 'done', 'waived']).optional(),
  /** Why it is waived, or why the day was moved. */
  reason: wordsOrNone(longestReason),
  /** The revision that the writer saw: what somebody else has changed since is not overwritten. Left out, it is. */
  seen: wholeNumber.optional(),
})

export const finishInput = z.strictObject({ action })
export const waiveInput = z.strictObject({ action, reason: words(longestReason) })
export const moveInput = z.strictObject({ action, due: dayAhead, reason: words(longestReason) })
export const settleInput = z.strictObject({ action, field: z.enum(sideFields), kept: z.enum(['here', 'there']) })
