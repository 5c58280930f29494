import { describe, test } from 'vitest'
import { setPublishingStage } from '../stories/publishing-stage.ts'
import { firstCalls, laterCalls, meets, troubles } from './publishing.ts'

/** Minutes of the bot's time pass in each, in milliseconds of ours. */
const timeout = 60_000

describe.each(Object.entries(troubles))('a call to GitHub that is %s', (_, trouble) => {
  const stage = setPublishingStage('PGlite')

  test.each(firstCalls)('%s', { timeout }, (route) => meets(stage, { route, ...trouble }, 'first'))
  test.each(laterCalls)('%s, later', { timeout }, (route) => meets(stage, { route, ...trouble }, 'later'))
})
