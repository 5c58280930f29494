import { incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { commit, person, Refusal, type World } from '../facts/index.ts'
import { hold, isOpen } from '../incident/index.ts'
import { type HandOver, handOverInput } from './hand-over.ts'
import { overtakeHandOver } from './lead.ts'
import { addHandOver, roleHolders } from './store.ts'

/**
 * Offers the lead to somebody, who must accept it. A newer offer takes the place of an open one.
 *
 * Anyone may offer it, also to themselves: handlers fall asleep at 3 a.m., and an incident that waits for one person's
 * consent has no handler. It is safe because nothing happens unseen: the channel and the handler by name are told, the
 * handler may withdraw it with one tap, and whoever lost the lead can ask for it back the same way.
 */
export async function proposeHandOver(
  world: World,
  by: string,
  incidentId: string,
  input: { to: string; briefing: string },
): Promise<void> {
  const { to, briefing } = handOverInput.parse(input)
  await commit(world, person(by), async (tx, now) => {
    const incident = await hold(tx, incidentId)
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    const from = (await roleHolders(tx, incidentId)).find((each) => each.role === 'handler')?.userId
    if (!from) throw new Refusal('handler-vacant')
    if (from === to) throw new Refusal('hand-over-same', {}, 'to')
    const [receiver] = await peopleByAnyName(tx, [to])
    if (receiver?.isBot || receiver?.isDeactivated) throw new Refusal('hand-over-unable', {}, 'to')
    const overtaken = await overtakeHandOver(tx, incidentId, now)
    const offer: HandOver = { id: world.ids.next('hov'), from, to, proposedBy: by, briefing }
    await addHandOver(tx, incidentId, offer, now)
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'roles.hand_over_proposed',
          data: { handOver: offer.id, from, to, briefing },
        },
        ...overtaken,
      ],
      result: undefined,
    }
  })
}
