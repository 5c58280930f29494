import { describe, test } from 'vitest'
import { setPublishingStage } from '../stories/publishing-stage.ts'
import { firstCalls, laterCalls, meets, troubles } from './publishing.ts'

describe.each(Object.entries(troubles))('a call to GitHub that is %s', (_, trouble) => {
  const stage = setPublishingStage('PGlite')

  test.each(firstCalls)('%s', (route) => meets(stage, { route, ...trouble }, 'first'))
  test.each(laterCalls)('%s, later', (route) => meets(stage, { route, ...trouble }, 'later'))
})
