import { textMessage } from '../../../kit/block-kit/index.ts'
import { unlinkChannel } from '../../assembly/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** The button under a broadcast that a person has brought somewhere; its argument names the place. */
export const unlinkChannelCommand: Command = {
  verb: 'unlink-channel',
  label: (locale) => texts.in(locale)('label.unlink-channel'),
  offered: () => false,
  async run(world, { by, incidentId, argument }, voice) {
    await unlinkChannel(world, by, incidentId, argument ?? '')
    return textMessage(texts.in(voice.locale)('unlinked.here'))
  },
}
