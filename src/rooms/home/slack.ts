import { z } from 'zod'
import type { Doors } from '../../kit/slack/doors.ts'
import { voiceFor } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { homeView } from './messages.ts'
import { overviewFor } from './waiting.ts'

const opened = z.object({ user: z.string(), tab: z.string() })

/** A home has 100 blocks at most; nobody reads that many. */
const mostRows = 20

/** Draws a person's page whenever they look at it. */
export function registerHome({ slack, on }: Doors, world: World): void {
  on('app_home_opened', async ({ event }) => {
    const { user, tab } = opened.parse(event)
    if (tab !== 'home') return
    const overview = await overviewFor(world, user, world.clock.now(), mostRows)
    const view = homeView(overview, await voiceFor(world, user))
    const published = await slack.call('views.publish', { user_id: user, view }, { lane: 'person' })
    if (published.is !== 'done') world.log.warn({ outcome: published }, 'A home page could not be drawn')
  })
}
