import { z } from 'zod'
import { settingKey } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { reasonOrNone } from './incident.ts'
import { changeIncident } from './store.ts'
import { verb } from './verb.ts'

/** Decides how bad it is. Who must hear of it is settled anew from the fact. */
export const setLevel = verb({
  name: 'set-level',
  input: z.strictObject({ level: settingKey, reason: reasonOrNone }),
  right: 'respond',
  async change({ world, tx, incident: { id, level: from, status } }, { level, reason }) {
    const isKnown = world.settings().levels.steps.some((step) => step.key === level)
    if (!isKnown) throw new Refusal('level-unknown', {}, 'level')
    if (from === level) throw new Refusal('level-same', {}, 'level')
    await changeIncident(tx, id, { level })
    const data = { from, to: level, reason, status }
    return { facts: [{ subject: incidentSubject(id), type: 'incident.level_set', data }], result: undefined }
  },
})
