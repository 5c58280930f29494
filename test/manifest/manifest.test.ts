import { describe, expect, it } from 'vitest'
import { appSettings } from '../../sandbox/server/seed/app.ts'
import { manifest } from './manifest.ts'
import { calledMethods, neededScopes, registered } from './needs.ts'

const { features, oauth_config, settings } = manifest
const doors = await registered()

describe('the app that a company makes from manifest.json', () => {
  it('hears of every event that somebody waits for, and of no other', () => {
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(doors.events)
  })

  it('offers the commands and shortcuts that somebody answers', () => {
    expect(features.slash_commands.map((each) => each.command)).toEqual(doors.commands)
    expect(features.shortcuts.map((each) => each.callback_id).sort()).toEqual(doors.shortcuts)
  })

  it('asks for the scopes that its calls and events need, and for no other', () => {
    expect([...oauth_config.scopes.bot].sort()).toEqual(neededScopes(calledMethods(), doors.events))
  })
})

describe('the app that is installed in the sandbox', () => {
  it('may do and hears at least what the real one does', () => {
    expect(appSettings.scopes).toEqual(expect.arrayContaining(oauth_config.scopes.bot))
    expect(appSettings.events).toEqual(expect.arrayContaining(settings.event_subscriptions.bot_events))
  })

  it('offers the same commands and shortcuts in the same words', () => {
    expect(appSettings.commands).toEqual(features.slash_commands)
    expect(appSettings.shortcuts).toEqual(features.shortcuts)
  })
})
