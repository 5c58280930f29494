import { incidentSubject } from '../../channel/index.ts'
import { type NewFact, Refusal } from '../../facts/index.ts'
import { personOf, verb } from '../../incident/index.ts'
import { changed } from '../change-action.ts'
import { actionIn } from '../hold-action.ts'
import { settleInput } from '../inputs.ts'
import { changeAction } from '../store.ts'
import { personOfLogin } from './people.ts'
import { changeLink, holdLink } from './store.ts'

/** Which of two values holds, Slack's (`here`) or GitHub's (`there`): the other side follows. A second answer is refused. */
export const settleConflict = verb({
  name: 'settle-action',
  input: settleInput,
  right: 'respond',
  async change({ world, tx, now, caller, incident }, { action: actionId, field, kept }) {
    const by = personOf(caller)
    const item = await actionIn(tx, incident, actionId)
    const link = await holdLink(tx, actionId)
    const sides = link?.conflict?.[field]
    if (!link?.agreed || !sides) throw new Refusal('action-settled', { n: String(item.n) }, 'action')
    // Taken for what was agreed, the other value is the one that has changed since: keeping in step does the rest.
    const agreed = { ...link.agreed, [field]: kept === 'here' ? sides.there : sides.here }
    const { [field]: _settled, ...conflict } = link.conflict ?? {}
    const facts: NewFact[] = []
    if (field === 'login' && kept === 'there' && sides.there) {
      const isKnown = await personOfLogin(tx, sides.there, world.settings())
      if (!isKnown) {
        // The assignee on GitHub is no known person: the item has no owner here, and shows their login.
        const { change, facts: given } = changed(item, { owner: null }, by, now)
        await changeAction(tx, item.id, change, { by })
        await changeLink(tx, actionId, { stranger: sides.there })
        agreed.login = sides.there
        facts.push(...given)
      }
    }
    await changeLink(tx, actionId, { agreed, conflict })
    const data = { id: item.id, n: item.n, field, kept }
    return {
      facts: [{ subject: incidentSubject(item.incidentId), type: 'actions.conflict_settled', data }, ...facts],
      result: undefined,
    }
  },
})
