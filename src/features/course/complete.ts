import { context, input, section, textInput } from '../../kit/block-kit/index.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { type Command, doing, sendsTo, verbForm, willRead } from '../../rooms/faces/index.ts'
import { leftName, leftOf, stillOwedOf } from '../../rooms/situation/index.ts'
import { complete } from '../../rooms/upkeep/index.ts'
import { texts } from './form-texts.ts'

/** 完了, with what is left undone before everybody's eyes: it is waived with a reason or it is done first. */
export const completeCommand: Command = {
  ...doing(complete),
  label: (locale) => texts.in(locale)('label.complete'),
  spoken: {
    ja: [
      '完了',
      '完了にする',
      'クローズ',
      'クローズする',
      '閉じる',
      '終わりにする',
      '終了',
      '終了する',
      'インシデントを閉じる',
      'インシデント完了',
    ],
    en: [
      'complete',
      'close',
      'completed',
      'close incident',
      'complete incident',
      'finish',
      'finish incident',
      'wrap up',
      'end incident',
      'closed',
      'done',
    ],
    fills: { text: 'waivers' },
  },
  offered: ({ incident }) => incident.status === 'recovered',
  form(situation, voice, _now, _argument, beside) {
    const t = texts.in(voice.locale)
    const left = leftOf(situation, voice.settings)
    // What has to be done before stands above already.
    const isAfter = voice.settings.postmortem.before_complete === 'writer'
    const goingOn = isAfter ? stillOwedOf(situation, voice.settings).map((each) => leftName(each, voice)) : []
    const subject = incidentSubject(situation.incident.id)
    const lines = left.map((each) => t('left.row', { what: leftName(each, voice) })).join('\n')
    return verbForm('complete', { situation, voice }, { title: t('title.complete'), submit: t('submit.complete') }, [
      section(left.length > 0 ? t('left', { lines }) : t('left.none')),
      ...(goingOn.length > 0 ? [context(t('goes-on', { what: goingOn.join(t('goes-on.and')) }))] : []),
      sendsTo(situation, voice),
      ...willRead({ subject, type: 'incident.completed', data: { waivers: null, left } }, situation, voice, beside),
      input({
        id: 'waivers',
        label: t(left.length > 0 ? 'field.waivers.needed' : 'field.waivers'),
        hint: t(left.length > 0 ? 'hint.waivers.needed' : 'hint.waivers'),
        // Required or not, the verb refuses: a form may be older than what is left.
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}
