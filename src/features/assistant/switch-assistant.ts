import { fieldActionId, input, option, section } from '../../kit/block-kit/index.ts'
import { isSwitchedOff, switchAssistant } from '../../rooms/assistant/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { texts } from './texts.ts'

/** Switches summaries and drafts of this incident off, or on again. */
export const switchAssistantCommand: Command = {
  ...doing(switchAssistant),
  label: (locale) => texts.in(locale)('label.switch-assistant'),
  spoken: {
    ja: ['要約を止める', '下書きを止める', '要約を再開する', 'アシスタントを止める', 'アシスタントを再開する'],
    en: ['turn off summaries', 'turn off the assistant', 'turn on the assistant', 'assistant off', 'assistant on'],
  },
  offered: () => true,
  /** The one that would change something. */
  async choices(reader, { incident }, _by, { locale }) {
    const value = (await isSwitchedOff(reader, incident.id)) ? 'on' : 'off'
    return [{ value, text: texts.in(locale)(`option.${value}`) }]
  },
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const options = (['off', 'on'] as const).map((value) => option(value, t(`option.${value}`)))
    const wanted = beside?.choices[0]?.value
    const initial = options.find(({ value }) => value === wanted)
    const now = wanted === 'on' ? t('switch.now.off') : t('switch.now.on')
    const words = { title: t('title.switch-assistant'), submit: t('submit.switch-assistant') }
    return verbForm('switch-assistant', { situation, voice }, words, [
      section(now),
      input({
        id: 'to',
        label: t('field.to'),
        element: {
          type: 'radio_buttons',
          action_id: fieldActionId,
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      }),
    ])
  },
}
