import { input, textInput } from '../../../kit/block-kit/index.ts'
import { person } from '../../facts/index.ts'
import { complete } from '../../incident/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { sendsTo } from '../sends.ts'
import { texts } from './texts.ts'

export const completeCommand: Command = {
  verb: 'complete',
  label: (locale) => texts.in(locale)('label.complete'),
  offered: ({ incident }) => incident.status === 'recovered',
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm('complete', { situation, voice }, { title: t('title.complete'), submit: t('submit.complete') }, [
      sendsTo(situation, voice),
      input({
        id: 'waivers',
        label: t('field.waivers'),
        hint: t('hint.waivers'),
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
  async run(world, { by, incidentId, values }) {
    await complete(world, person(by), incidentId, { waivers: textOf(values.waivers) })
    return undefined
  },
}
