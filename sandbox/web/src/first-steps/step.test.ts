import { expect, it } from 'vitest'
import type { Channel, Message, User } from '../../../protocol.ts'
import { fromState } from '../state/workspace.ts'
import { nextStep } from './step.ts'

const user = (id: string, is_bot = false): User => ({
  ...{ id, name: id, real_name: id, is_bot, deleted: false, is_restricted: false, locale: 'ja', tz: 'Asia/Tokyo' },
})
const channel = (id: string, creator: string, members: string[], messages: Message[] = []): Channel => ({
  ...{ id, name: id, creator, created: 1, is_private: false, is_archived: false, topic: '', purpose: '', members },
  ...{ bookmarks: [], pins: [], messages },
})
const answer: Message = { ts: '2.0', user: 'BOT', bot_id: 'B', text: '宣言する', reactions: [] }

function workspace(channels: Channel[], reads: Record<string, Record<string, string>> = {}) {
  const team = { id: 'T', name: 'T', domain: 't' }
  const users = [user('ME'), user('OTHER'), user('BOT', true)]
  const state = { seq: 1, team, users, usergroups: [], channels, views: {}, homes: {}, reads }
  return fromState(state, { app_id: 'A', bot_id: 'B', user: 'BOT', name: 'bot', commands: [], shortcuts: [] })
}

it('leads a newcomer from the first mention into the incident and to another person', () => {
  const empty = channel('general', 'OTHER', ['ME'])
  const answered = channel('general', 'OTHER', ['ME'], [answer])
  const incident = channel('incident', 'BOT', ['BOT', 'ME', 'OTHER'])
  expect(nextStep(workspace([empty]), 'ME', false)).toEqual({ name: 'mention', channel: 'general' })
  expect(nextStep(workspace([answered]), 'ME', false)).toEqual({ name: 'declare', channel: 'general', ts: '2.0' })
  expect(nextStep(workspace([answered, incident]), 'ME', false)).toEqual({ name: 'enter', channel: 'incident' })
  const entered = workspace([answered, incident], { ME: { incident: '2.0' } })
  expect(nextStep(entered, 'ME', false)).toEqual({ name: 'switch', channel: 'incident', as: 'OTHER' })
  expect(nextStep(entered, 'ME', true)).toBeUndefined()
})

it('does not lead into what a person cannot see', () => {
  const secret = channel('incident', 'BOT', ['BOT', 'OTHER'])
  const whisper = channel('general', 'OTHER', ['ME'], [{ ...answer, ephemeral_to: 'OTHER' }])
  expect(nextStep(workspace([secret]), 'ME', false)).toBeUndefined()
  expect(nextStep(workspace([whisper]), 'ME', false)).toMatchObject({ name: 'mention' })
})
