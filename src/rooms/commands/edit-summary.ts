import { input, modal, textInput } from '../../kit/block-kit/index.ts'
import { person } from '../facts/index.ts'
import { editSummary } from '../incident/index.ts'
import { type Command, formId, formMetadata, textOf } from './command.ts'
import { texts } from './texts.ts'

export const editSummaryCommand: Command = {
  verb: 'edit-summary',
  form(situation, { locale }) {
    const t = texts.in(locale)
    return modal({
      callbackId: formId('edit-summary'),
      title: t('title.edit-summary'),
      submit: t('submit.edit-summary'),
      close: t('cancel'),
      metadata: formMetadata(situation),
      blocks: [
        input({
          id: 'summary',
          label: t('field.summary'),
          element: textInput({ multiline: true, initial: situation.incident.summary }),
        }),
        input({
          id: 'impact',
          label: t('field.impact'),
          hint: t('hint.impact'),
          optional: true,
          element: textInput({ multiline: true, initial: situation.incident.impact ?? undefined }),
        }),
      ],
    })
  },
  async run(world, { by, incidentId, values }) {
    const summary = textOf(values.summary) ?? ''
    await editSummary(world, person(by), incidentId, { summary, impact: textOf(values.impact) })
    return undefined
  },
}
