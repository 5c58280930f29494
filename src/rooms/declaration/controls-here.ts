import { type MessageContent, textMessage } from '../../kit/block-kit/index.ts'
import { failureWords, incidentHere, type Place, voiceFor } from '../commands/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { controlsMessage } from './messages.ts'

/**
 * What somebody sees who speaks to the bot where an incident is handled or told of: its controls, and last of all another
 * declaration. Undefined where no incident is.
 */
export async function controlsHere(world: World, place: Place, user: string): Promise<MessageContent | undefined> {
  const voice = await voiceFor(world, user)
  try {
    const situation = await incidentHere(world, place, user)
    return situation && controlsMessage(situation, voice)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return textMessage(failureWords(world, error, voice, 'click'))
  }
}
