import { z } from 'zod'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { keptOutWords, voiceFor } from '../commands/index.ts'
import type { World } from '../facts/index.ts'
import { homeView, wordsOnly } from './messages.ts'
import { overviewFor } from './waiting.ts'

const opened = z.object({ user: z.string(), tab: z.string() })

/** A home has 100 blocks at most; nobody reads that many. */
const mostRows = 20

/** Draws a person's page whenever they look at it. */
export function registerHome({ slack, on }: Doors, world: World): void {
  on('app_home_opened', async ({ event, keptOut }) => {
    const { user, tab } = mustRead(opened, event)
    if (tab !== 'home') return
    const view = keptOut
      ? wordsOnly(await keptOutWords(world, user, keptOut))
      : homeView(await overviewFor(world, user, world.clock.now(), mostRows), await voiceFor(world, user))
    const published = await slack.call('views.publish', { user_id: user, view }, { lane: 'person' })
    if (published.is !== 'done') world.log.warn({ outcome: published }, 'A home page could not be drawn')
  })
}
