import { z } from 'zod'
import { words } from '../../../kit/wire.ts'
import { incidentSubject } from '../../channel/index.ts'
import { Refusal } from '../../facts/index.ts'
import { byOwnClock, doerOf, ofIncident, pastMoment, verb } from '../../incident/index.ts'
import { addEdit } from './store.ts'
import { timelineOf } from './timeline.ts'

/** Puts an entry of the timeline right. The original stays, and who changed it, when and why. Pickers know minutes only. */
export const editEntry = verb({
  name: 'edit-entry',
  input: z.strictObject({
    entry: ofIncident(z.string().max(200), 'entry-unknown', async ({ tx, incident }, key) =>
      (await timelineOf(tx, incident.id, { withHidden: true })).some((entry) => entry.key === key),
    ),
    /** What is left out stays as it reads now; null is as the original. */
    at: pastMoment.nullable().optional(),
    words: z.string().trim().max(3000).nullable().optional(),
    shown: z.enum(['shown', 'hidden']).optional(),
    reason: words(1000),
  }),
  right: 'respond',
  async change({ tx, now, caller, incident: { id: incidentId } }, change) {
    const entry = (await timelineOf(tx, incidentId, { withHidden: true })).find(({ key }) => key === change.entry)
    if (!entry) throw new Refusal('entry-unknown', {}, 'entry')
    const by = doerOf(caller)
    const last = entry.edits.at(-1)
    const before = { moment: last?.moment ?? null, words: last?.words ?? null, hidden: last?.hidden ?? false }
    const moment =
      change.at === undefined ? before.moment : unlessSame(change.at && byOwnClock(change.at, now), entry.originalAt)
    const words = change.words === undefined ? before.words : change.words || null
    const hidden = change.shown === undefined ? before.hidden : change.shown === 'hidden'
    if (moment && moment > now) throw new Refusal('time-in-future', {}, 'at')
    const isSame = minuteOf(moment) === minuteOf(before.moment) && words === before.words && hidden === before.hidden
    if (isSame) throw new Refusal('nothing-changed', {}, 'words')
    const n = (last?.n ?? 0) + 1
    await addEdit(tx, incidentId, { entry: entry.key, n, moment, words, hidden, reason: change.reason, by, at: now })
    const at = (moment ?? entry.originalAt).toISOString()
    const data = { entry: entry.key, n, at, hidden, reworded: words !== before.words, by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.entry_edited', data }], result: undefined }
  },
})

const minuteOf = (at: Date | null): number | null => at && Math.floor(at.getTime() / 60_000)

const unlessSame = (at: Date | null, original: Date): Date | null => (minuteOf(at) === minuteOf(original) ? null : at)
