import { describe, expect, test } from 'vitest'
import { createGit } from '../../src/kit/git/index.ts'
import { createGitHubs } from '../../src/kit/github/index.ts'
import { publicationOf, publish } from '../../src/rooms/publishing/index.ts'
import { patient } from '../harness/patience.ts'
import { setPublishingStage } from '../stories/publishing-stage.ts'
import { calm, firstCalls, laterCalls, meets, standsOnce, troubles } from './publishing.ts'

/** Minutes of the bot's time pass in each, in milliseconds of ours. */
const timeout = patient(60_000)

describe.each(Object.entries(troubles))('a call to GitHub that is %s', (_, trouble) => {
  const stage = setPublishingStage('PGlite')

  test.each(firstCalls)('%s', { timeout }, (route) => meets(stage, { route, ...trouble }, 'first'))
  test.each(laterCalls)('%s, later', { timeout }, (route) => meets(stage, { route, ...trouble }, 'later'))
})

describe('GitHub on a bad day', { timeout }, () => {
  const stage = setPublishingStage('PGlite')

  test('two workers at once do it once', async () => {
    const { world } = stage.bot.app
    const github = createGitHubs({ secret: () => stage.github.token, log: world.log, clock: world.clock })
    const other = () => stage.until(async () => (await idOf()) ?? undefined)
    const idOf = async () =>
      (await world.db.read.selectFrom('publications').select('incident_id').executeTakeFirst())?.incident_id
    let asked: number | undefined
    stage.github.fault({
      route: 'POST /repos/{owner}/{repo}/pulls',
      meanwhile: async () => {
        const calls = stage.github.calls().length
        await publish(world, { github, git: createGit }, await other())
        asked = stage.github.calls().length - calls
      },
    })
    const { id } = await stage.recovers()
    await calm(stage, id)
    expect(asked).toBe(0)
    await standsOnce(stage, id)
  })

  test('a writing that lands late, when it was given up already, is known as the bot’s own', async () => {
    const late = Promise.withResolvers<void>()
    const put = 'PUT /repos/{owner}/{repo}/contents/{path}'
    await stage.bot.configure({
      github: {
        api_url: stage.github.url,
        token_env: 'SSSBOT_GITHUB_TOKEN',
        timeout: '1s',
        people: { '@service-a': '@acme/service-a' },
      },
      publishing: { public: { repository: 'acme/postmortems' } },
    })
    stage.github.fault({ route: put, meanwhile: () => late.promise })
    const { id } = await stage.recovers()
    // Between its look and its second writing the first one lands.
    stage.github.fault({
      route: put,
      meanwhile: async () => {
        late.resolve()
        await stage.until(() => (stage.github.done(put) > 0 ? true : undefined))
      },
    })
    await stage.writes(id, { cause: '電源' })
    await calm(stage, id)
    await standsOnce(stage, id)
    expect((await publicationOf(stage.bot.app.world.db.read, id))?.edited).toBe(false)
  })
})
