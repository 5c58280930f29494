import { z } from 'zod'
import { incidentSubject } from '../../channel/index.ts'
import { commit, person, Refusal, type World } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import { addEdit } from './store.ts'
import { timelineOf } from './timeline.ts'

const editInput = z.object({
  entry: z.string(),
  /** What is left out stays as it reads now; null is as the original. */
  moment: z.date().nullable().optional(),
  words: z.string().trim().max(3000).nullable().optional(),
  hidden: z.boolean().optional(),
  reason: z.string().trim().min(1).max(1000),
})

/** Puts an entry of the timeline right. The original stays, and who changed it, when and why. Pickers know minutes only. */
export async function editEntry(
  world: World,
  by: string,
  incidentId: string,
  input: z.input<typeof editInput>,
): Promise<void> {
  const change = editInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    const entry = (await timelineOf(tx, incidentId, { withHidden: true })).find(({ key }) => key === change.entry)
    if (!entry) throw new Refusal('entry-unknown', {}, 'entry')
    const last = entry.edits.at(-1)
    const before = { moment: last?.moment ?? null, words: last?.words ?? null, hidden: last?.hidden ?? false }
    const moment = change.moment === undefined ? before.moment : unlessSame(change.moment, entry.originalAt)
    const words = change.words === undefined ? before.words : change.words || null
    const hidden = change.hidden ?? before.hidden
    if (moment && moment > now) throw new Refusal('time-in-future', {}, 'at')
    const isSame = minuteOf(moment) === minuteOf(before.moment) && words === before.words && hidden === before.hidden
    if (isSame) throw new Refusal('nothing-changed', {}, 'words')
    const n = (last?.n ?? 0) + 1
    await addEdit(tx, incidentId, { entry: entry.key, n, moment, words, hidden, reason: change.reason, by, at: now })
    const at = (moment ?? entry.originalAt).toISOString()
    const data = { entry: entry.key, n, at, hidden, reworded: words !== before.words, by }
    return { facts: [{ subject: incidentSubject(incidentId), type: 'record.entry_edited', data }], result: undefined }
  })
}

const minuteOf = (at: Date | null): number | null => at && Math.floor(at.getTime() / 60_000)

const unlessSame = (at: Date | null, original: Date): Date | null => (minuteOf(at) === minuteOf(original) ? null : at)
