import { textMessage } from '../../kit/block-kit/index.ts'
import { type Command, doing } from '../../rooms/faces/index.ts'
import { bringBack } from '../../rooms/incident/index.ts'
import { texts } from './form-texts.ts'

/** The button by which a person asks the bot to come back into the channel from which it was taken. */
export const bringBackCommand: Command = {
  ...doing(
    bringBack,
    () => ({}),
    (_done, { voice }) => textMessage(texts.in(voice.locale)('coming-back')),
  ),
  label: (locale) => texts.in(locale)('label.bring-back'),
  spoken: {
    ja: ['ボットを戻す', 'ボットを呼び戻す', '戻ってきて'],
    en: ['bring bot back', 'bring back bot', 'come back'],
    meant: () => [{ argument: null }],
  },
  offered: () => false,
}
