import { fieldActionId, input, option, section, select, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, reasonLabel, sendsTo, verbForm, whileOpen } from '../../rooms/faces/index.ts'
import { setKind } from '../../rooms/incident/index.ts'
import { incidentKinds } from '../../rooms/settings/index.ts'
import { kindName } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'
import { changeLabel } from './words.ts'

export const setKindCommand: Command = {
  ...doing(setKind),
  label: (locale) => texts.in(locale)('label.set-kind'),
  spoken: {
    ja: [
      '種別',
      '種別を変える',
      '本番に切り替える',
      '訓練に切り替える',
      '演習に切り替える',
      '訓練にする',
      '演習にする',
      '本番にする',
      '訓練です',
      '演習です',
    ],
    en: [
      'kind',
      'set kind',
      'change kind',
      'this is drill',
      'make drill',
      'make real',
      'this is exercise',
      'mark as drill',
    ],
    fills: { choice: 'kind' },
  },
  offered: whileOpen,
  form(situation, voice) {
    const { locale, settings } = voice
    const t = texts.in(locale)
    const { kind } = situation.incident
    return verbForm(
      'set-kind',
      { situation, voice },
      { title: t('title.set-kind'), submit: changeLabel(voice.locale) },
      [
        section(t('kind.now', { kind: kindName(kind, voice) })),
        sendsTo(situation, voice),
        input({
          id: 'kind',
          label: t('field.kind'),
          element: select({
            actionId: fieldActionId,
            options: incidentKinds.map((each) =>
              option(each, settings.kinds[each].label[locale], settings.kinds[each].description[locale]),
            ),
            initial: kind,
          }),
        }),
        input({
          id: 'reason',
          label: reasonLabel(locale),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ],
    )
  },
}
