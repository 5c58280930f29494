import { takeHandler } from '../../roles/index.ts'
import { handlerOf } from '../../situation/index.ts'
import type { Command } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

export const takeHandlerCommand: Command = {
  verb: 'take-handler',
  label: (locale) => texts.in(locale)('label.take-handler'),
  offered: (situation) => whileOpen(situation) && !handlerOf(situation),
  async run(world, { by, incidentId }) {
    await takeHandler(world, by, incidentId)
    return undefined
  },
}
