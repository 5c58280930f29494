import { input, textInput } from '../../../kit/block-kit/index.ts'
import { editSummary } from '../../incident/index.ts'
import { type Command, doing, verbForm, wireOf } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

export const editSummaryCommand: Command = {
  ...doing(editSummary, ({ values }) => ({ ...wireOf(values), impact: values.impact })),
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
}
