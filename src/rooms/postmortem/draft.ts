import { incidentSubject } from '../channel/index.ts'
import { bot, commit, unchanged, type World } from '../facts/index.ts'
import { hold } from '../incident/index.ts'
import { gapsOf } from './document.ts'
import { keepPostmortem, postmortemOf, writtenOf } from './store.ts'
import { gapsShown, templateFor } from './template.ts'

/** The first draft stands as soon as it is over for the users, whoever asks for it or not. Told once. */
export async function draft(world: World, incidentId: string): Promise<void> {
  await commit(world, bot, async (tx, now) => {
    const incident = await hold(tx, incidentId)
    const before = await postmortemOf(tx, incidentId)
    if (before.draftedAt || (incident.status !== 'recovered' && incident.status !== 'completed'))
      return unchanged(undefined)
    // What was waived before stays waived; the draft is there for whoever wants it.
    const status = before.status === 'none' ? 'draft' : before.status
    await keepPostmortem(tx, incidentId, { status, draftedAt: now }, now)
    const template = templateFor(incident, world.settings())
    const gaps = gapsOf({ incident, written: await writtenOf(tx, incidentId) }, gapsShown(template))
    return {
      facts: [
        { subject: incidentSubject(incidentId), type: 'postmortem.drafted', data: { gaps, isMini: template.isMini } },
      ],
      result: undefined,
    }
  })
}
