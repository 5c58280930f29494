import {
  dateInput,
  dateTimeInput,
  fieldActionId,
  input,
  option,
  textInput,
  userInput,
} from '../../kit/block-kit/index.ts'
import { later } from '../../kit/clock.ts'
import { incidentSubject } from '../../rooms/channel/index.ts'
import { type Command, doing, sendsTo, verbForm, whileResponding, willRead } from '../../rooms/faces/index.ts'
import { recover } from '../../rooms/incident/index.ts'
import { dayIn, owedOf, postmortemDueIn } from '../../rooms/settings/index.ts'
import { handlerOf } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** 復旧 with its confirm view: what is sent where, when it was, and who writes the postmortem by when. */
export const recoverCommand: Command = {
  ...doing(recover),
  label: (locale) => texts.in(locale)('label.recover'),
  spoken: {
    ja: [
      '復旧',
      '復旧を宣言する',
      '復旧宣言',
      '復旧しています',
      '復旧済み',
      '復旧済',
      '直った',
      '直りました',
      'なおった',
      '治った',
      '解消',
      '解消しました',
      '解消した',
      '収束',
      '収束しました',
      '回復',
    ],
    en: [
      'recover',
      'recovered',
      'recovery',
      'declare recovery',
      'resolve',
      'resolved',
      'mitigated',
      'fixed',
      'back to normal',
      'service restored',
      'restored',
      'all good',
      'it works again',
      'we are back',
    ],
    fills: { moment: { field: 'recovered_at', lies: 'behind' } },
  },
  offered: whileResponding,
  form(situation, voice, now, _argument, beside) {
    const { settings } = voice
    const t = texts.in(voice.locale)
    const permanence = (['provisional', 'permanent'] as const).map((key) => option(key, t(`permanence.${key}`)))
    const { id, level, postmortemOwner, postmortemDue } = situation.incident
    // Where nothing is owed nobody is named beforehand; whoever wants to write one may say so.
    const isOwed = owedOf(settings, situation.incident).document !== 'none'
    // What was settled at an earlier recovery stays, but for a day that has passed.
    const usual = isOwed
      ? dayIn(settings.timezone, later(now, postmortemDueIn(settings, level ?? undefined)))
      : undefined
    const isAhead = postmortemDue !== null && postmortemDue >= dayIn(settings.timezone, now)
    const due = isAhead ? postmortemDue : usual
    const owner = postmortemOwner ?? (isOwed ? handlerOf(situation) : undefined)
    const data = {
      recoveredAt: now.toISOString(),
      permanence: null,
      postmortemOwner: owner ?? null,
      postmortemDue: due ?? null,
    }
    return verbForm('recover', { situation, voice }, { title: t('title.recover'), submit: t('submit.recover') }, [
      sendsTo(situation, voice),
      ...willRead({ subject: incidentSubject(id), type: 'incident.recovered', data }, situation, voice, beside),
      input({ id: 'recovered_at', label: t('field.recovered_at'), element: dateTimeInput(now) }),
      // Whoever fixed it often knows by now; nothing is counted from a time that nobody stated.
      ...(situation.incident.occurredAt
        ? []
        : [
            input({
              id: 'occurred_at',
              label: t('field.occurred_at'),
              hint: t('hint.occurred_at'),
              optional: true,
              element: dateTimeInput(undefined),
            }),
          ]),
      input({
        id: 'permanence',
        label: t('field.permanence'),
        optional: true,
        element: { type: 'radio_buttons', action_id: fieldActionId, options: permanence },
      }),
      input({
        id: 'note',
        label: t('field.note'),
        hint: t('hint.note'),
        optional: true,
        element: textInput({ multiline: true, max: 600 }),
      }),
      input({
        id: 'postmortem_owner',
        label: t('field.postmortem_owner'),
        hint: t('hint.postmortem_owner'),
        optional: true,
        element: userInput(owner),
      }),
      input({ id: 'postmortem_due', label: t('field.postmortem_due'), optional: true, element: dateInput(due) }),
    ])
  },
}
