import { z } from 'zod'
import type { Tx } from '../../kit/db/index.ts'
import { settingKey, settingKeyOrNone, wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal } from '../facts/index.ts'
import { type Deed, verb } from '../incident/index.ts'
import { sendPageJob } from './jobs.ts'
import { ringing } from './page.ts'
import { addPage, pagesOf } from './store.ts'

/** Somebody needs whoever is on call, and Slack may not wake them. */
export const pageByHand = verb({
  name: 'page',
  input: z.strictObject({
    pagers: z.array(settingKey).max(100).default([]),
    /** Those of a function, beside or instead of single ones. */
    function: settingKeyOrNone,
    reason: wordsOrNone(1000),
  }),
  right: 'respond',
  async change(deed, { pagers, function: key, reason }) {
    const wanted = key === null ? undefined : deed.world.settings().functions[key]
    if (key !== null && !wanted) throw new Refusal('function-unknown', {}, 'function')
    const [first, ...rest] = await callPagers(deed, { named: pagers, ofFunction: wanted?.page ?? [], reason })
    if (!first)
      throw new Refusal(pagers.length === 0 && !wanted?.page.length ? 'pager-none' : 'pager-calling', {}, 'pagers')
    return { facts: [first, ...rest], result: undefined }
  },
})

/** `isReasonTold`: a call in the same breath tells the channel why. The pagers are given the reason all the same. */
type Calling = {
  named: readonly string[]
  ofFunction: readonly string[]
  reason: string | null
  isReasonTold?: boolean
}

/**
 * Has each pager called, once, that does not ring already. Throws a `Refusal` for one that is not in the settings, and where people
 * named one that rings: what they would ask for is happening. After the end nobody is called: a page ends with the response.
 */
export async function callPagers(
  { world, tx, now, incident }: Pick<Deed, 'world' | 'tx' | 'now' | 'incident'>,
  { named, ofFunction, reason, isReasonTold = false }: Calling,
): Promise<NewFact[]> {
  const known = world.settings().pagers
  const unknown = named.find((pager) => !known[pager])
  if (unknown !== undefined) throw new Refusal('pager-unknown', {}, 'pagers')
  const wanted = [...new Set([...named, ...ofFunction])].filter((pager) => known[pager])
  if (wanted.length === 0) return []
  if (incident.status !== 'responding' && named.length === 0) return []
  if (incident.status !== 'responding')
    throw new Refusal('move-illegal', { from: incident.status, to: 'responding' }, 'pagers')
  const rings = await ringingNow(tx, incident.id)
  const busy = named.find((pager) => rings.has(pager))
  if (busy !== undefined) throw new Refusal('pager-calling', {}, 'pagers')
  const calling = wanted.filter((each) => !rings.has(each))
  if (calling.length === 0) return []
  const subject = incidentSubject(incident.id)
  const facts: NewFact[] = [
    { subject, type: 'paging.called', data: { pagers: calling, reason: isReasonTold ? null : reason } },
  ]
  for (const pager of calling) {
    const page = world.ids.next('page')
    const about = { id: page, incidentId: incident.id, pager, event: 'trigger', requestedAt: now } as const
    const n = await addPage(tx, { ...about, byHand: true, reason })
    await world.jobs.enqueue(tx, sendPageJob, { page })
    facts.push({ subject, type: 'paging.requested', data: { page, pager, n, event: 'trigger' } })
  }
  return facts
}

/** The pagers that ring and that nobody has answered. Told that somebody leads, or that nobody answers, one may be called once more. */
async function ringingNow(tx: Tx, incidentId: string): Promise<ReadonlySet<string>> {
  const pages = await pagesOf(tx, incidentId)
  const told = new Set(
    pages
      .filter((page) => pages.findLast(({ pager }) => pager === page.pager) === page && page.event !== 'trigger')
      .map(({ pager }) => pager),
  )
  return new Set(
    ringing(pages)
      .filter(({ pager, answer }) => !told.has(pager) && (answer === null || answer.is === 'passed_on'))
      .map(({ pager }) => pager),
  )
}
