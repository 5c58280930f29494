import { incidentSubject } from '../channel/index.ts'
import { bot, commit, type NewFact, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { roleHolders } from '../roles/index.ts'
import { pagersFor } from '../settings/index.ts'
import type { PageEvent } from './facts.ts'
import { sendPageJob } from './jobs.ts'
import { due, type PageCause, ringing } from './page.ts'
import { addPage, pagesOf } from './store.ts'

/** Looks at what the pagers of an incident must hear, as it is now, and has it sent. Done twice it is done once. */
export async function settlePages(world: World, incidentId: string, cause: PageCause): Promise<void> {
  await commit(world, bot, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    const last = new Map<string, PageEvent>()
    const pages = await pagesOf(tx, incidentId)
    for (const { pager, event, state } of pages) {
      // A trigger that never came through has woken nobody: the next reason to call is as good as the first.
      if (state === 'failed' && event === 'trigger') last.delete(pager)
      else last.set(pager, event)
    }
    const about = { ...incident, level: incident.level ?? undefined, urgency: incident.urgency ?? undefined }
    const wanted = due(cause, last, {
      isResponding: incident.status === 'responding',
      isReal: incident.kind === 'real',
      isLed: (await roleHolders(tx, incidentId)).some(({ role }) => role === 'handler'),
      atOnce: pagersFor(about, world.settings(), 'at-once'),
      nobodyLeads: pagersFor(about, world.settings(), 'nobody-leads'),
      byHand: ringing(pages)
        .filter(({ byHand }) => byHand)
        .map(({ pager }) => pager),
    })
    const facts: NewFact[] = []
    for (const { pager, event } of wanted) {
      const page = world.ids.next('page')
      const n = await addPage(tx, { id: page, incidentId, pager, event, requestedAt: now })
      await world.jobs.enqueue(tx, sendPageJob, { page })
      facts.push({ subject: incidentSubject(incidentId), type: 'paging.requested', data: { page, pager, n, event } })
    }
    const [first, ...rest] = facts
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  })
}
