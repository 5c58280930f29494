import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { knowersOf, markGone } from '../access/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { type NewFact, Refusal } from '../facts/index.ts'
import { isOpen, personNamed, personOf, verb } from '../incident/index.ts'
import { endHolding, roleHolders } from '../roles/index.ts'

/**
 * The right to know of a private incident is taken from people by hand: they hold no role any more, the bot takes them out of the
 * channel, and no rule of the settings brings them back. Somebody knows of it always.
 */
export const excludePeople = verb({
  name: 'exclude-people',
  input: z.strictObject({ people: z.array(personNamed({ unable: null })).min(1), reason: wordsOrNone(1000) }),
  right: 'manage',
  async change({ tx, now, caller, incident }, { people, reason }) {
    if (incident.visibility === 'public') throw new Refusal('exclude-public', {}, 'people')
    const by = personOf(caller)
    const out = [...new Set(people)]
    const left = (await knowersOf(tx, incident.id)).filter(({ userId }) => !out.includes(userId))
    if (left.length === 0) throw new Refusal('exclude-all', {}, 'people')
    const subject = incidentSubject(incident.id)
    const freed: NewFact[] = []
    const held = isOpen(incident) ? await roleHolders(tx, incident.id) : []
    for (const { role, userId } of held.filter((each) => out.includes(each.userId)))
      freed.push(...[(await endHolding(tx, incident.id, { role, userId, because: 'excluded' }, now)) ?? []].flat())
    for (const userId of out) await markGone(tx, incident.id, { userId, takenBy: by, isBarred: true }, now)
    return {
      facts: [{ subject, type: 'assembly.excluded', data: { people: out, reason } }, ...freed],
      result: undefined,
    }
  },
})
