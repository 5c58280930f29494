import { cannotCome, onIt } from '../../calls/index.ts'
import { type Command, doing, type Order } from '../command.ts'
import { texts } from './texts.ts'

/** The call's number; there is no call 0. */
const callMeant = ({ argument }: Order) => ({ call: argument ?? '0' })

/** The buttons under a call; their argument is its number. They stand there alone, never in the menu. */
export const onItCommand: Command = {
  ...doing(onIt, callMeant),
  label: (locale) => texts.in(locale)('label.on-it'),
  offered: () => false,
}
export const cannotComeCommand: Command = {
  ...doing(cannotCome, callMeant),
  label: (locale) => texts.in(locale)('label.cannot-come'),
  offered: () => false,
}
