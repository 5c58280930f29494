import { callCheckpoint } from '../../timekeeper/index.ts'
import { type Command, doing } from '../command.ts'
import { whileResponding } from '../verb.ts'
import { texts } from './texts.ts'

export const timekeeperCommand: Command = {
  ...doing(callCheckpoint),
  label: (locale) => texts.in(locale)('label.timekeeper'),
  offered: whileResponding,
}
