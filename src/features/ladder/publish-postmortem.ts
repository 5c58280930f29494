import { input, section, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { isOverWithLessons, publishByHand } from '../../rooms/ladder/index.ts'
import { gapsLeft } from '../../rooms/postmortem/index.ts'
import { hasOpenPull } from '../../rooms/publishing/index.ts'
import { texts } from './form-texts.ts'

/** It is published where the bot cannot see it. */
export const publishPostmortemCommand: Command = {
  ...doing(publishByHand),
  label: (locale) => texts.in(locale)('label.publish'),
  spoken: {
    ja: ['ポストモーテムを公開済みにする', 'ポストモーテムを公開する', 'ポストモーテム公開', 'ポストモーテムを出した'],
    en: ['publish postmortem', 'postmortem published', 'published postmortem', 'mark postmortem published'],
    fills: { text: 'link' },
  },
  offered: ({ incident, ladder, publication }) =>
    isOverWithLessons(incident) && ladder.status !== 'published' && !hasOpenPull(publication),
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const count = gapsLeft(situation, voice.settings).length
    return verbForm(
      'publish-postmortem',
      { situation, voice },
      { title: t('title.publish'), submit: t('submit.publish') },
      [
        section(t('publish.intro')),
        ...(count > 0 ? [section(t('publish.gaps', { count }))] : []),
        input({
          id: 'link',
          label: t('field.link'),
          hint: t('hint.link'),
          optional: true,
          element: textInput({ max: 2000 }),
        }),
      ],
    )
  },
}
