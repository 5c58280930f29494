import type { ActAnswer, View } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'

/** Chooses a verb in the menu of an incident's card; where that has no room for it, among all actions behind it. */
export async function chooseVerb(
  driver: Driver,
  { as, channel, ts }: { as: string; channel: string; ts: string },
  verb: string,
): Promise<ActAnswer> {
  const press = { as, do: 'click', channel, ts, action_id: 'incident.menu' } as const
  const chosen = await driver.act({ ...press, value: verb })
  if (chosen.ok || chosen.code !== 'no_such_option') return chosen
  const all = await driver.act({ ...press, value: 'more' })
  const view: View | undefined = all.ok ? (all.view ?? Object.values((await driver.state()).views).at(-1)) : undefined
  if (view?.callback_id !== 'incident.more') return all
  return driver.act({ as, do: 'click', view_id: view.id, action_id: `incident.${verb}` })
}
