import { expect, test } from 'vitest'
import { inSlot } from '../stories/sights.ts'
import { setStage } from '../stories/stage.ts'
import { manifest } from './manifest.ts'

const stage = setStage('PGlite')

/** Calls that Slack refused for want of a scope. */
const beyond = async () =>
  (await stage.driver.calls()).flatMap((each) => (each.error === 'missing_scope' ? each.method : []))

test('with nothing but the scopes of the manifest, an incident goes from the mention to the archive', async () => {
  await stage.driver.scopes([...manifest.oauth_config.scopes.bot])
  const tanaka = stage.as('tanaka')
  // Read the workspace anew, as at the start.
  await tanaka.do({ do: 'usergroup', id: 'service-a', users: ['tanaka', 'sato'] })
  await tanaka.do({ do: 'open_home' })
  await tanaka.says('#general', '<@U0SSSBOT01> 助けて')
  await stage.quiet()
  const answer = inSlot(await stage.channel('general'), 'invitation')
  await tanaka.presses('general', answer, 'incident.declare.open')
  await tanaka.do({ do: 'close', view_id: (await tanaka.form()).id })
  const secret = await tanaka.declares({ visibility: 'private' })
  await tanaka.takesNextStep(secret)
  await stage.quiet()
  expect((await stage.channel(secret)).pins).toHaveLength(1)

  const name = await tanaka.declares()
  await tanaka.takesNextStep(name)
  await tanaka.chooses(name, 'recover')
  await tanaka.sends()
  await stage.quiet()
  await tanaka.chooses(name, 'complete')
  await tanaka.sends()
  await stage.quiet()
  await tanaka.do({ do: 'archive', channel: (await stage.channel(name)).id })
  await stage.quiet()
  expect(inSlot(await stage.channel('incidents'), 'announce:channel.archived')).toBeDefined()
  expect(await beyond()).toEqual([])
})

test('without one of them Slack refuses', async () => {
  await stage.driver.scopes(manifest.oauth_config.scopes.bot.filter((each) => each !== 'pins:write'))
  await stage.as('tanaka').do({ do: 'command', channel: '#general', command: '/incident' })
  await stage.as('tanaka').sends({ service: 'a', summary: 'ログインできない' })
  expect(await stage.until(async () => (await beyond())[0])).toBe('pins.add')
})
