import { textMessage } from '../../../kit/block-kit/index.ts'
import { callBotBack } from '../../channel/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** The button by which a person asks the bot to come back into the channel from which it was taken. */
export const bringBackCommand: Command = {
  verb: 'bring-back',
  label: (locale) => texts.in(locale)('label.bring-back'),
  offered: () => false,
  async run(world, { by, incidentId }, voice) {
    await callBotBack(world, by, incidentId)
    return textMessage(texts.in(voice.locale)('coming-back'))
  },
}
