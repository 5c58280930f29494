import { channelName, type Settings } from '../../src/rooms/settings/index.ts'
import type { Rows } from './diary.ts'
import { type Company, type Plot, plotsOf } from './plot.ts'
import { tell } from './story.ts'

/** Three years of a company, incident by incident, the oldest first. The same company tells the same story each time. */
export function* storiesOf(company: Company, settings: Settings): Generator<Rows> {
  const nameOf = namesFor(settings)
  for (const plot of plotsOf(company)) yield tell(plot, company, nameOf(plot))
}

/** Each channel has a name of its own: the plain one, else with `-2`, `-3`, … as they are reserved. */
function namesFor(settings: Settings): (plot: Plot) => string {
  const taken = new Map<string, number>()
  const words = settings.channels.code_names
  return ({ n, feature: { service }, declaredAt: date, kind, isPrivate }) => {
    const visibility = isPrivate ? ('private' as const) : ('public' as const)
    const parts = { service, date, kind, visibility, codeName: words[n % words.length] }
    const plain = channelName(parts, settings)
    const suffix = (taken.get(plain) ?? 0) + 1
    taken.set(plain, suffix)
    return suffix === 1 ? plain : channelName({ ...parts, suffix }, settings)
  }
}
