import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { incidentTypes } from '../settings/index.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** Says what kind of harm it is: several may hold, and none is as good as not known. */
export const setType = verb({
  name: 'set-type',
  input: z.strictObject({ type: z.array(z.enum(incidentTypes)) }),
  right: 'respond',
  async change({ tx, incident: { id, types: before } }, { type: wanted }) {
    const types = incidentTypes.filter((type) => wanted.includes(type))
    const isSame = before.length === types.length && types.every((type) => before.includes(type))
    if (isSame) throw new Refusal('nothing-changed', {}, 'type')
    await changeIncident(tx, id, { types })
    const data = { from: [...before], to: types }
    return { facts: [{ subject: incidentSubject(id), type: 'incident.type_set', data }], result: undefined }
  },
})
