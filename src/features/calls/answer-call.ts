import { cannotCome, onIt } from '../../rooms/calls/index.ts'
import { type Command, doing, type Order } from '../../rooms/faces/index.ts'
import { callOf } from './call-meant.ts'
import { texts } from './form-texts.ts'

/** The call's number; there is no call 0. */
const callMeant = ({ argument }: Order) => ({ call: argument ?? '0' })

/** The buttons under a call; their argument is its number. They stand there alone, never in the menu. */
export const onItCommand: Command = {
  ...doing(onIt, callMeant),
  label: (locale) => texts.in(locale)('label.on-it'),
  spoken: {
    ja: ['行く', '向かう', 'すぐ行く', 'いま行く', '対応できる'],
    en: ['on it', 'on my way', 'coming', 'i am coming', 'be right there', 'omw'],
    meant: callOf,
  },
  offered: () => false,
}
export const cannotComeCommand: Command = {
  ...doing(cannotCome, callMeant),
  label: (locale) => texts.in(locale)('label.cannot-come'),
  spoken: {
    ja: ['行けません', '行けない', '行けないです', '出られません', '対応できません', '無理です'],
    en: ['cannot come', 'i cannot', "i can't", 'cannot', "can't come", 'not available', 'unavailable'],
    meant: callOf,
  },
  offered: () => false,
}
