import { fieldActionId, input, option } from '../../../kit/block-kit/index.ts'
import { setType } from '../../incident/index.ts'
import { incidentTypes } from '../../settings/index.ts'
import { type Command, doing, listOf, verbForm } from '../command.ts'
import { whileOpen } from '../verb.ts'
import { texts } from './texts.ts'

export const setTypeCommand: Command = {
  ...doing(setType, ({ values }) => ({ type: listOf(values.type) })),
  puts: 'right',
  label: (locale) => texts.in(locale)('label.set-type'),
  spoken: {
    ja: ['種類', '種類を決める', '種類を変える', 'タイプを変える', '事象の種類', '分類', '分類を決める'],
    en: ['type', 'set type', 'change type', 'incident type', 'category', 'set category'],
    fills: { choice: 'type' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const { locale, settings } = voice
    const t = texts.in(locale)
    const options = incidentTypes.map((type) =>
      option(type, settings.types[type].label[locale], settings.types[type].description[locale]),
    )
    const initial = options.filter(({ value }) => situation.incident.types.some((type) => type === value))
    return verbForm('set-type', { situation, voice }, { title: t('title.set-type'), submit: t('submit.set-level') }, [
      input({
        id: 'type',
        label: t('field.type'),
        hint: t('hint.type'),
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: fieldActionId,
          options,
          ...(initial.length > 0 ? { initial_options: initial } : {}),
        },
      }),
    ])
  },
}
