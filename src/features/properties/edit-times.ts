import { context, dateTimeInput, input, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, type Order, reasonLabel, verbForm, wireOf } from '../../rooms/faces/index.ts'
import { editTimes, type TimeField, timeFields, timesOf } from '../../rooms/incident/index.ts'
import { timeName } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** What may be told before it is known; the others have a time once they have happened. */
const alwaysAsked: readonly TimeField[] = ['occurred_at', 'detected_at', 'declared_at']

export const editTimesCommand: Command = {
  ...doing(editTimes, ({ values }) => ({ ...emptiedIn(values), ...wireOf(values) })),
  puts: 'right',
  label: (locale) => texts.in(locale)('label.edit-times'),
  spoken: {
    ja: ['時刻を直す', '時刻を変える', '時刻修正', '発生時刻', '検知時刻', '復旧時刻を直す', '時間を直す'],
    en: ['times', 'edit times', 'correct times', 'fix times', 'change times', 'start time', 'detection time'],
  },
  // The week after, the postmortem needs them right.
  offered: () => true,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const times = timesOf(situation.incident)
    const asked = timeFields.filter((field) => alwaysAsked.includes(field) || times[field])
    return verbForm(
      'edit-times',
      { situation, voice },
      { title: t('title.edit-times'), submit: t('submit.edit-summary') },
      [
        context(t('edit-times.intro')),
        ...asked.map((field) =>
          input({
            id: field,
            label: timeName(field, voice),
            optional: true,
            element: dateTimeInput(times[field] ?? undefined),
          }),
        ),
        input({
          id: 'reason',
          label: reasonLabel(voice.locale),
          hint: t('hint.edit-times'),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    )
  },
}

/** A field that the form did not have says nothing; one left empty says that nobody knows. */
const emptiedIn = (values: Order['values']) =>
  Object.fromEntries(timeFields.filter((field) => values[field] === null).map((field) => [field, null]))
