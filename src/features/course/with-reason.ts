import { input, textInput, textMessage } from '../../kit/block-kit/index.ts'
import { channelOf, incidentSubject } from '../../rooms/channel/index.ts'
import {
  type Command,
  closeLabel,
  doing,
  reasonLabel,
  sendsTo,
  verbForm,
  whileResponding,
  willRead,
} from '../../rooms/faces/index.ts'
import type { NewFact, World } from '../../rooms/facts/index.ts'
import { cancel, type Incident, reopen } from '../../rooms/incident/index.ts'
import { texts } from './form-texts.ts'

type Words = { verb: 'reopen' | 'cancel'; foretold(incident: Incident): NewFact }

/** A form that asks for nothing but a reason, and says before what is sent where. */
const reasonForm =
  ({ verb, foretold }: Words): NonNullable<Command['form']> =>
  (situation, voice, _now, _argument, beside) => {
    const t = texts.in(voice.locale)
    const close = closeLabel(voice.locale)
    return verbForm(verb, { situation, voice }, { title: t(`title.${verb}`), submit: t(`submit.${verb}`), close }, [
      sendsTo(situation, voice),
      ...willRead(foretold(situation.incident), situation, voice, beside),
      input({
        id: 'reason',
        label: reasonLabel(voice.locale),
        hint: t(`hint.${verb}`),
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  }

export const cancelCommand: Command = {
  ...doing(cancel),
  label: (locale) => texts.in(locale)('label.cancel'),
  spoken: {
    ja: [
      '取り下げる',
      '取り下げ',
      '誤報',
      '誤検知',
      '間違いでした',
      'キャンセル',
      'キャンセルする',
      '取り消す',
      'インシデントではない',
      'インシデントではありませんでした',
    ],
    en: [
      'cancel',
      'cancel incident',
      'false alarm',
      'false positive',
      'not an incident',
      'withdraw incident',
      'never mind',
      'mistake',
    ],
    fills: { text: 'reason' },
  },
  offered: whileResponding,
  form: reasonForm({
    verb: 'cancel',
    foretold: ({ id }) => ({ subject: incidentSubject(id), type: 'incident.cancelled', data: { reason: null } }),
  }),
}

const reopening = doing(reopen)

/** 再開, with a reason: it calls everybody back, so that it is never done by one tap. */
export const reopenCommand: Command = {
  ...reopening,
  label: (locale) => texts.in(locale)('label.reopen'),
  spoken: {
    ja: ['再開', '再開する', '再オープン', '再発', '再発しました', 'また起きた', 'ぶり返す', '対応を再開する'],
    en: [
      'reopen',
      're-open',
      'open again',
      'reopen incident',
      'it is back',
      'happening again',
      'came back',
      'resume',
      'regression',
    ],
    fills: { text: 'reason' },
  },
  offered: ({ incident }) => incident.status !== 'responding',
  form: reasonForm({
    verb: 'reopen',
    foretold: ({ id, status, level }) => ({
      subject: incidentSubject(id),
      type: 'incident.reopened',
      data: { from: status, reason: null, level },
    }),
  }),
  async run(world, order, voice) {
    await reopening.run(world, order, voice)
    return (await isArchived(world, order.incidentId)) ? toUnarchive(voice.locale) : undefined
  },
}

const isArchived = async (world: World, incidentId: string): Promise<boolean> =>
  Boolean((await channelOf(world.db.read, incidentId))?.archivedAt)

/** Slack lets no bot unarchive: whoever takes it up again is asked to. */
function toUnarchive(locale: 'ja' | 'en') {
  return textMessage(texts.in(locale)('reopen.archived'))
}
