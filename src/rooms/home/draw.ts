import type { Slack } from '../../kit/slack/index.ts'
import { voiceFor } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { homeView } from './messages.ts'
import { type Overview, overviewFor } from './overview.ts'
import { forgetHome, noteHome } from './store.ts'
import { mayMakeTokens } from './tokens-of.ts'

/** A home has 100 blocks at most; nobody reads that many. */
const mostRows = 20

/**
 * Draws a person's home tab, and notes which incidents stand on it: before it is drawn those that may come, and afterwards those that
 * do. Answers what came of the call.
 */
export async function drawHome(world: World, slack: Slack, userId: string) {
  const now = world.clock.now()
  const overview = await overviewFor(world, userId, now, mostRows)
  const view = homeView(overview, await voiceFor(world, userId), {
    makesTokens: await mayMakeTokens(world, userId),
    dashboard: world.links.page('/'),
  })
  const incidents = incidentsOn(overview)
  await world.db.transaction((tx) => noteHome(tx, userId, incidents, now, true))
  const published = await slack.call('views.publish', { user_id: userId, view }, { lane: 'person' })
  if (published.is === 'done') await world.db.transaction((tx) => noteHome(tx, userId, incidents, now, false))
  // Whoever has no home tab any more sees none.
  if (published.is === 'refused') await world.db.transaction((tx) => forgetHome(tx, userId))
  return published
}

const incidentsOn = ({ open, waiting, told }: Overview): string[] => [
  ...open.map(({ incident }) => incident.id),
  ...waiting.map(({ core }) => core.incident.id),
  ...told.flatMap(({ incidentId }) => incidentId ?? []),
]
