import { input, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, nothingBeside, verbForm, wireOf } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { declineHandOver, droppedBy } from '../../rooms/roles/index.ts'
import { askedOrAsking } from './asked.ts'
import { texts } from './form-texts.ts'

/** The receiver's no, and the second thought of whoever leads or offered it: with a reason, if they like. */
export const declineHandOverCommand: Command = {
  ...doing(declineHandOver, ({ values, argument }) => ({ ...wireOf(values), hand_over: argument ?? 'none' })),
  label: (locale) => texts.in(locale)('label.decline-hand-over'),
  spoken: {
    ja: ['断る', '引き継ぎを断る', '辞退する', '頼みを取り消す', '引き継ぎを取り消す'],
    en: ['decline', 'decline hand over', 'decline role', 'withdraw request', 'withdraw', 'refuse'],
    fills: { text: 'reason' },
    meant: askedOrAsking,
  },
  offered: () => false,
  form(situation, voice, _now, argument, { by } = nothingBeside) {
    // A button that names no offer means none: the verb says so.
    if (argument === null) return undefined
    const t = texts.in(voice.locale)
    const offer = situation.asked.find(({ id }) => id === argument)
    if (!offer) throw new Refusal('hand-over-gone')
    const how = droppedBy(offer, by)
    if (!how) throw new Refusal('hand-over-not-yours', { user: offer.to })
    return verbForm(
      'decline-hand-over',
      { situation, voice, argument: offer.id },
      { title: t(`title.hand-over-${how}`), submit: t(`submit.hand-over-${how}`) },
      [
        input({
          id: 'reason',
          label: t('field.decline-reason'),
          hint: t('hint.decline-reason'),
          optional: true,
          element: textInput({ max: 300 }),
        }),
      ],
    )
  },
}
