import { person } from '../../facts/index.ts'
import { callCheckpoint } from '../../timekeeper/index.ts'
import type { Command } from '../command.ts'
import { whileResponding } from '../verb.ts'
import { texts } from './texts.ts'

export const timekeeperCommand: Command = {
  verb: 'timekeeper',
  label: (locale) => texts.in(locale)('label.timekeeper'),
  offered: whileResponding,
  async run(world, { by, incidentId }) {
    await callCheckpoint(world, person(by), incidentId)
    return undefined
  },
}
