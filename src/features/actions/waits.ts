import { person } from '../../kit/block-kit/index.ts'
import { type ActionItem, openActions } from '../../rooms/actions/index.ts'
import { actionFacts, actionTitle, type WaitFace } from '../../rooms/faces/index.ts'
import { type Core, coresFor } from '../../rooms/reading/index.ts'
import { waitTexts as texts } from './texts.ts'

/** As many are looked up for one page; what is due first comes first. */
const mostRead = 20

/** Somebody's own action items, of all incidents that they may know of. */
export const actionWaits: WaitFace<{ cores: readonly Core[]; items: readonly ActionItem[] }> = {
  async read({ reader, viewer }) {
    const items = await openActions(reader, viewer.userId, mostRead)
    return { items, cores: await coresFor(reader, viewer, [...new Set(items.map(({ incidentId }) => incidentId))]) }
  },
  waits({ cores, items }) {
    const coreOf = new Map(cores.map((core) => [core.incident.id, core]))
    return items.flatMap((item) => {
      const core = coreOf.get(item.incidentId)
      if (!core) return []
      return {
        core,
        about: { plain: () => item.title },
        due: item.dueOn,
        row: (gaps, voice) => ({
          words: texts.in(voice.locale)('waiting.action', {
            ...gaps,
            row: `${actionTitle(item, voice, 150)}\n${actionFacts(item, voice, person)}`,
          }),
          verb: 'change-action',
          argument: item.id,
        }),
      }
    })
  },
}
