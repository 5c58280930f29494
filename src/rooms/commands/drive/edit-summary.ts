import { input, textInput } from '../../../kit/block-kit/index.ts'
import { person } from '../../facts/index.ts'
import { editSummary } from '../../incident/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

export const editSummaryCommand: Command = {
  verb: 'edit-summary',
  label: (locale) => texts.in(locale)('label.edit-summary'),
  offered: whileOpen,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm(
      'edit-summary',
      { situation, voice },
      { title: t('title.edit-summary'), submit: t('submit.edit-summary') },
      [
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
    )
  },
  async run(world, { by, incidentId, values }) {
    const summary = textOf(values.summary) ?? ''
    await editSummary(world, person(by), incidentId, { summary, impact: textOf(values.impact) })
    return undefined
  },
}
