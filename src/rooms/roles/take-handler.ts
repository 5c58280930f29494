import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { isOpen, personOf, verb } from '../incident/index.ts'
import { enterLead, settleByTaking } from './lead.ts'
import { roleHolders } from './store.ts'

/** Somebody becomes the handler. Of two who press at once one succeeds, and the other learns who. */
export const takeHandler = verb({
  name: 'take-handler',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, now, caller, incident }) {
    const by = personOf(caller)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    if (!(await enterLead(tx, incident, by, now))) {
      const holder = (await roleHolders(tx, incident.id)).find((each) => each.role === 'handler')?.userId ?? ''
      throw holder === by ? new Refusal('handler-already') : new Refusal('handler-taken', { user: holder })
    }
    const { answered, overtaken } = await settleByTaking(tx, incident.id, 'handler', by, now)
    return {
      facts: [
        { subject: incidentSubject(incident.id), type: 'roles.handler_taken', data: { user: by, ...answered } },
        ...overtaken,
      ],
      result: undefined,
    }
  },
})
