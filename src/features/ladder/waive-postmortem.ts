import { input, section, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, reasonLabel, verbForm } from '../../rooms/faces/index.ts'
import { isOverWithLessons, isSettled, waivePostmortem } from '../../rooms/ladder/index.ts'
import { texts } from './form-texts.ts'

/** None will be written, and why. */
export const waivePostmortemCommand: Command = {
  ...doing(waivePostmortem),
  label: (locale) => texts.in(locale)('label.waive'),
  spoken: {
    ja: ['ポストモーテムを見送る', 'ポストモーテム不要', 'ポストモーテムはいらない', 'ポストモーテムを書かない'],
    en: ['waive postmortem', 'skip postmortem', 'no postmortem', 'no postmortem needed'],
    fills: { text: 'reason' },
  },
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && !isSettled(ladder.status),
  form(situation, voice) {
    const t = texts.in(voice.locale)
    return verbForm('waive-postmortem', { situation, voice }, { title: t('title.waive'), submit: t('submit.waive') }, [
      section(t('waive.intro')),
      input({
        id: 'reason',
        label: reasonLabel(voice.locale),
        hint: t('hint.waive'),
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}
