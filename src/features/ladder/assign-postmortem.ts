import { dateInput, input, userInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { assignPostmortem, isOverWithLessons } from '../../rooms/ladder/index.ts'
import { texts } from './form-texts.ts'

/** Who writes the postmortem, by when: oneself, or somebody who is told of it. */
export const assignPostmortemCommand: Command = {
  ...doing(assignPostmortem),
  label: (locale) => texts.in(locale)('label.assign'),
  spoken: {
    ja: [
      'ポストモーテムを書く人を決める',
      'ポストモーテム担当',
      'ポストモーテムの担当を決める',
      'ポストモーテムを頼む',
      'ポストモーテムを任せる',
    ],
    en: [
      'assign postmortem',
      'postmortem owner',
      'who writes postmortem',
      'postmortem writer',
      'settle who writes postmortem',
    ],
    fills: { people: 'owner', day: 'due' },
  },
  offered: ({ incident }) => isOverWithLessons(incident),
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const { postmortemOwner, postmortemDue } = situation.incident
    return verbForm(
      'assign-postmortem',
      { situation, voice },
      { title: t('title.assign'), submit: t('submit.assign') },
      [
        input({
          id: 'owner',
          label: t('field.owner'),
          hint: t('hint.owner'),
          element: userInput(postmortemOwner ? undefined : beside?.by),
        }),
        input({
          id: 'due',
          label: t('field.due'),
          hint: t('hint.due'),
          optional: true,
          element: dateInput(postmortemDue ?? undefined),
        }),
      ],
    )
  },
}
