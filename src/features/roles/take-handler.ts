import { type Command, callerOf, doing, whileOpen } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { perform } from '../../rooms/incident/index.ts'
import { takeHandler } from '../../rooms/roles/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { leadTaken, warningFor } from './answers.ts'
import { texts } from './form-texts.ts'

export const takeHandlerCommand: Command = {
  ...doing(takeHandler),
  label: (locale) => texts.in(locale)('label.take-handler'),
  spoken: {
    ja: [
      'ハンドラーになる',
      'ハンドラーをやる',
      'ハンドラーやります',
      'ハンドラー',
      '私がやる',
      '指揮を執る',
      '指揮をとる',
      'リードする',
      '対応責任者になる',
      '担当になる',
    ],
    en: [
      'become handler',
      'lead',
      'take lead',
      'i lead',
      'i will lead',
      'handler',
      'be handler',
      'i am handler',
      'take command',
      'incident commander',
      'i take over',
      'take charge',
    ],
  },
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
