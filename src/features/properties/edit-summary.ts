import { input, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileOpen, wireOf } from '../../rooms/faces/index.ts'
import { editSummary } from '../../rooms/incident/index.ts'
import { impactLabel } from '../updates/index.ts'
import { texts } from './form-texts.ts'

export const editSummaryCommand: Command = {
  ...doing(editSummary, ({ values }) => ({ ...wireOf(values), impact: values.impact })),
  puts: 'right',
  label: (locale) => texts.in(locale)('label.edit-summary'),
  spoken: {
    ja: [
      '概要',
      '概要を直す',
      '概要を変える',
      '概要を変更する',
      '概要を編集する',
      '影響を直す',
      '影響を書く',
      'サマリー',
      'タイトルを直す',
      'タイトルを変える',
      '要約を直す',
      'お客様への影響',
    ],
    en: [
      'edit summary',
      'change summary',
      'update summary',
      'fix summary',
      'edit impact',
      'impact',
      'update impact',
      'change impact',
      'rename',
      'change title',
      'edit title',
    ],
    fills: { text: 'summary' },
  },
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
          label: impactLabel(voice.locale),
          hint: t('hint.impact'),
          optional: true,
          element: textInput({ multiline: true, initial: situation.incident.impact ?? undefined }),
        }),
      ],
    )
  },
}
