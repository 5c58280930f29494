import { input, textInput, usersInput } from '../../../kit/block-kit/index.ts'
import { neededPeople } from '../../assembly/index.ts'
import { releasePeople } from '../../calls/index.ts'
import { type Command, doing, verbForm } from '../command.ts'
import { texts } from './texts.ts'

export const releasePeopleCommand: Command = {
  ...doing(releasePeople),
  label: (locale) => texts.in(locale)('label.release-people'),
  offered: ({ incident, people }) =>
    (incident.status === 'responding' || incident.status === 'recovered') && neededPeople(people).length > 0,
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm(
      'release-people',
      { situation, voice },
      { title: t('title.release-people'), submit: t('submit.release-people') },
      [
        input({
          id: 'people',
          label: t('field.people'),
          hint: t('hint.release-people'),
          element: usersInput(),
        }),
        input({
          id: 'note',
          label: t('field.note'),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    )
  },
}
