import { dateInput, input, section, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, reasonLabel, verbForm } from '../../rooms/faces/index.ts'
import { dueDayOf, isOverWithLessons, isSettled, postponePostmortem } from '../../rooms/ladder/index.ts'
import { dayIn, plusDays } from '../../rooms/settings/index.ts'
import { dayName } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** A week is what people ask for. */
const proposedDays = 7

/** Another day, and why. */
export const postponePostmortemCommand: Command = {
  ...doing(postponePostmortem),
  label: (locale) => texts.in(locale)('label.postpone'),
  spoken: {
    ja: [
      'ポストモーテムの期限を動かす',
      'ポストモーテムを延期する',
      'ポストモーテムの期限を延ばす',
      'ポストモーテム延期',
      'ポストモーテムの期限',
    ],
    en: [
      'postpone postmortem',
      'move postmortem',
      'delay postmortem',
      'extend postmortem',
      'postmortem deadline',
      'postmortem due',
    ],
    fills: { text: 'reason', day: 'due' },
  },
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && !isSettled(ladder.status),
  form({ incident, ...rest }, voice, now) {
    const t = texts.in(voice.locale)
    const today = dayIn(voice.settings.timezone, now)
    const due = isOverWithLessons(incident) ? dueDayOf(incident, voice.settings) : today
    const situation = { incident, ...rest }
    return verbForm(
      'postpone-postmortem',
      { situation, voice },
      { title: t('title.postpone'), submit: t('submit.postpone') },
      [
        section(t('postpone.now', { due: dayName(due, voice) })),
        input({
          id: 'due',
          label: t('field.due'),
          element: dateInput(plusDays([due, today].toSorted().at(-1) ?? today, proposedDays)),
        }),
        input({
          id: 'reason',
          label: reasonLabel(voice.locale),
          hint: t('hint.postpone'),
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    )
  },
}
