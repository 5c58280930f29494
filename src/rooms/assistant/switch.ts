import { z } from 'zod'
import type { Reader } from '../../kit/db/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { personOf, verb } from '../incident/index.ts'
import type { Settings } from '../settings/index.ts'
import { isSwitchedOff, writeOff, writeOn } from './store.ts'

/** Switches summaries and drafts of one incident off, or on again. What was made of it and kept is gone at once. */
export const switchAssistant = verb({
  name: 'switch-assistant',
  input: z.strictObject({ to: z.enum(['on', 'off']) }),
  right: 'respond',
  async change({ tx, now, caller, incident }, { to }) {
    const isOff = await isSwitchedOff(tx, incident.id)
    if (isOff === (to === 'off')) throw new Refusal('assistant-same', { to }, 'to')
    if (to === 'off') await writeOff(tx, incident.id, personOf(caller), now)
    else await writeOn(tx, incident.id)
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'assistant.switched', data: { on: to === 'on' } }],
      result: undefined,
    }
  },
})

/** Refuses where the assistant is switched off: by the settings for all, or by people for this incident. */
export async function mustBeOn(
  reader: Reader,
  settings: Pick<Settings, 'assistant'>,
  incidentId: string,
): Promise<void> {
  if (!settings.assistant.enabled || (await isSwitchedOff(reader, incidentId))) throw new Refusal('assistant-off')
}
