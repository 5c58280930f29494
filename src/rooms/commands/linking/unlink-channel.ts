import { textMessage } from '../../../kit/block-kit/index.ts'
import { unlinkChannel } from '../../assembly/index.ts'
import { type Command, doing } from '../command.ts'
import { texts } from './texts.ts'

/** The button under a broadcast that a person has brought somewhere; its argument names the place. */
export const unlinkChannelCommand: Command = {
  ...doing(
    unlinkChannel,
    ({ argument }) => ({ channel: argument ?? 'none' }),
    (_done, { voice }) => textMessage(texts.in(voice.locale)('unlinked.here')),
  ),
  label: (locale) => texts.in(locale)('label.unlink-channel'),
  offered: () => false,
}
