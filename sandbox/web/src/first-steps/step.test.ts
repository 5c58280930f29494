import { expect, it } from 'vitest'
import type { Channel, Message } from '../../../protocol.ts'
import { sampleChannel, sampleMessage, samplePerson, sampleWorkspace } from '../state/sample-workspace.ts'
import { nextStep } from './step.ts'

const channel = (id: string, creator: string, members: string[], messages: Message[] = []) =>
  sampleChannel(id, { creator, members, messages })
const answer = sampleMessage('2.0', { user: 'BOT', bot_id: 'B' })
const users = [samplePerson('ME'), samplePerson('OTHER'), samplePerson('BOT', { is_bot: true })]

function workspace(channels: Channel[], reads: Record<string, Record<string, string>> = {}) {
  return sampleWorkspace({ users, channels, reads })
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

it('takes nothing that another app wrote for an answer', () => {
  const deployed = channel('general', 'OTHER', ['ME'], [{ ...answer, bot_id: 'B-OTHER' }])
  expect(nextStep(workspace([deployed]), 'ME', false)).toMatchObject({ name: 'mention' })
})

it('does not lead into what a person cannot see', () => {
  const secret = channel('incident', 'BOT', ['BOT', 'OTHER'])
  const whisper = channel('general', 'OTHER', ['ME'], [{ ...answer, ephemeral_to: 'OTHER' }])
  expect(nextStep(workspace([secret]), 'ME', false)).toBeUndefined()
  expect(nextStep(workspace([whisper]), 'ME', false)).toMatchObject({ name: 'mention' })
})
