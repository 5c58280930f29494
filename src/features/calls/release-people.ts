import { input, textInput, usersInput } from '../../kit/block-kit/index.ts'
import { neededPeople } from '../../rooms/assembly/index.ts'
import { releasePeople } from '../../rooms/calls/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { texts } from './form-texts.ts'

export const releasePeopleCommand: Command = {
  ...doing(releasePeople),
  label: (locale) => texts.in(locale)('label.release-people'),
  spoken: {
    ja: [
      '離れて大丈夫',
      '離れて大丈夫と伝える',
      '解散',
      '解散する',
      'もう大丈夫',
      '帰ってもらう',
      '人を帰す',
      '解放する',
    ],
    en: ['release', 'release people', 'stand down', 'you may leave', 'dismiss', 'send home', 'let people go'],
    fills: { people: 'people', text: 'note' },
  },
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
