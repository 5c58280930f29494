import { input, modal, textInput } from '../../kit/block-kit/index.ts'
import { person } from '../facts/index.ts'
import { complete } from '../incident/index.ts'
import { type Command, formId, formMetadata, textOf } from './command.ts'
import { sendsTo } from './sends.ts'
import { texts } from './texts.ts'

export const completeCommand: Command = {
  verb: 'complete',
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return modal({
      callbackId: formId('complete'),
      title: t('title.complete'),
      submit: t('submit.complete'),
      close: t('cancel'),
      metadata: formMetadata(situation),
      blocks: [
        sendsTo(situation, voice),
        input({
          id: 'waivers',
          label: t('field.waivers'),
          hint: t('hint.waivers'),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    })
  },
  async run(world, { by, incidentId, values }) {
    await complete(world, person(by), incidentId, { waivers: textOf(values.waivers) })
    return undefined
  },
}
