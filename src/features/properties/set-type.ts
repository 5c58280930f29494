import { input } from '../../kit/block-kit/index.ts'
import { type Command, doing, listOf, typesInput, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { setType } from '../../rooms/incident/index.ts'
import { texts } from './form-texts.ts'

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
    const { locale } = voice
    const t = texts.in(locale)
    return verbForm('set-type', { situation, voice }, { title: t('title.set-type'), submit: t('submit.set-level') }, [
      input({
        id: 'type',
        label: t('field.type'),
        hint: t('hint.type'),
        optional: true,
        element: typesInput(situation.incident.types, voice),
      }),
    ])
  },
}
