import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { incidentKinds } from '../settings/index.ts'
import { reasonOrNone } from './incident.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** Real, drill or exercise after all. From the fact all that is shown is marked again, and the other rules hold. */
export const setKind = verb({
  name: 'set-kind',
  input: z.strictObject({ kind: z.enum(incidentKinds), reason: reasonOrNone }),
  right: 'respond',
  async change({ tx, incident: { id, kind: from } }, { kind, reason }) {
    if (from === kind) throw new Refusal('kind-same', {}, 'kind')
    await changeIncident(tx, id, { kind })
    const data = { from, to: kind, reason }
    return { facts: [{ subject: incidentSubject(id), type: 'incident.kind_set', data }], result: undefined }
  },
})
