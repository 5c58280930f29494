import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { commit, person, unchanged, type World } from '../facts/index.ts'
import { hold, personOf, verb } from '../incident/index.ts'
import { settledFact } from './settle.ts'
import { writeDismissal } from './store.ts'
import type { Use } from './use.ts'

/** What is proposed as an action item is put away: it does not come back, for anybody. */
export const dismissAction = verb({
  name: 'dismiss-action',
  input: z.strictObject({ proposal: words(50) }),
  right: 'respond',
  async change({ tx, now, caller, incident: { id } }, { proposal }) {
    const what = `action:${proposal}`
    if (!(await writeDismissal(tx, id, what, personOf(caller), now))) return unchanged(undefined)
    return {
      facts: [
        { subject: incidentSubject(id), type: 'assistant.dismissed', data: { what } },
        settledFact(id, 'action', 'dropped'),
      ],
      result: undefined,
    }
  },
})

/** A proposal was taken over by one tap, by somebody who had the right: it is not shown again. */
export const noteUse = (
  world: World,
  { incidentId, by, purpose, what }: { incidentId: string; by: string; purpose: string; what: string },
  use: Use = 'as-is',
): Promise<void> =>
  commit(world, person(by), async (tx, now) => {
    await hold(tx, incidentId)
    await writeDismissal(tx, incidentId, what, by, now)
    return { facts: [settledFact(incidentId, purpose, use)], result: undefined }
  })
