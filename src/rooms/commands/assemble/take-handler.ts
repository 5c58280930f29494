import { Refusal } from '../../facts/index.ts'
import { perform } from '../../incident/index.ts'
import { takeHandler } from '../../roles/index.ts'
import { handlerOf } from '../../situation/index.ts'
import { type Command, callerOf, doing } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { leadTaken, warningFor } from './answers.ts'
import { texts } from './texts.ts'

export const takeHandlerCommand: Command = {
  ...doing(takeHandler),
  label: (locale) => texts.in(locale)('label.take-handler'),
  offered: (situation) => whileOpen(situation) && !handlerOf(situation),
  async run(world, order, voice) {
    const { by, incidentId } = order
    try {
      await perform(world, takeHandler, callerOf(order), incidentId, {})
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'handler-taken') throw thrown
      return leadTaken(thrown.gaps.user ?? '', by, incidentId, voice)
    }
    return warningFor(world, order, voice)
  },
}
