import { fieldActionId, input, option, select, textInput } from '../../../kit/block-kit/index.ts'
import { setLevel } from '../../incident/index.ts'
import { mildestFirst } from '../../settings/index.ts'
import { type Command, doing, verbForm } from '../command.ts'
import { texts as shared } from '../texts.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

export const setLevelCommand: Command = {
  ...doing(setLevel),
  label: (locale) => texts.in(locale)('label.set-level'),
  spoken: {
    ja: [
      'レベル',
      'レベルを決める',
      'レベルを変える',
      'レベルを変更する',
      'レベル変更',
      'レベルを上げる',
      'レベルを下げる',
      '事象レベル',
      '重大度',
      '重要度',
      '深刻度',
    ],
    en: [
      'level',
      'set level',
      'change level',
      'severity',
      'set severity',
      'change severity',
      'raise level',
      'lower level',
      'upgrade level',
      'downgrade level',
      'escalate level',
    ],
    fills: { choice: 'level' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const { locale, settings } = voice
    const t = texts.in(locale)
    const levels = mildestFirst(settings.levels).toReversed()
    return verbForm('set-level', { situation, voice }, { title: t('title.set-level'), submit: t('submit.set-level') }, [
      input({
        id: 'level',
        label: t('field.level'),
        hint: t('hint.level'),
        element: select({
          actionId: fieldActionId,
          options: levels.map((level) => option(level.key, level.label[locale], level.description?.[locale])),
          ...(situation.incident.level ? { initial: situation.incident.level } : {}),
        }),
      }),
      input({
        id: 'reason',
        label: shared.in(locale)('field.reason'),
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}
