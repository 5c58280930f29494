import { type Answer, answerCall } from '../../calls/index.ts'
import { Refusal } from '../../facts/index.ts'
import type { Command } from '../command.ts'
import { texts } from './texts.ts'

/** The buttons under a call; their argument is its number. They stand there alone, never in the menu. */
function answering(verb: 'on-it' | 'cannot-come', answer: Answer): Command {
  return {
    verb,
    label: (locale) => texts.in(locale)(`label.${verb}`),
    offered: () => false,
    async run(world, { by, incidentId, argument }) {
      if (argument === null) throw new Refusal('call-unknown')
      await answerCall(world, by, incidentId, { n: Number(argument), answer })
      return undefined
    },
  }
}

export const onItCommand = answering('on-it', 'coming')
export const cannotComeCommand = answering('cannot-come', 'declined')
