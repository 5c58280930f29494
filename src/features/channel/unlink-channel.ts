import { textMessage } from '../../kit/block-kit/index.ts'
import { unlinkChannel } from '../../rooms/assembly/index.ts'
import { type Command, doing } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'
import { linkedHere } from './linked-here.ts'

/** The button under a broadcast that a person has brought somewhere; its argument names the place. */
export const unlinkChannelCommand: Command = {
  ...doing(
    unlinkChannel,
    ({ argument }) => ({ channel: argument ?? 'none' }),
    (_done, { voice }) => textMessage(texts.in(voice.locale)('unlinked.here')),
  ),
  label: (locale) => texts.in(locale)('label.unlink-channel'),
  spoken: {
    ja: ['周知をやめる', 'ここへの周知をやめる', '周知を止める', '周知先を外す', '知らせるのをやめる'],
    en: [
      'unlink',
      'unlink channel',
      'stop telling',
      'stop telling this place',
      'stop broadcast',
      'stop announcing here',
    ],
    meant: linkedHere,
  },
  offered: () => false,
}
