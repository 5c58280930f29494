import { fieldActionId, input, option, select, textInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm, whileResponding, wireOf } from '../../rooms/faces/index.ts'
import type { Situation } from '../../rooms/situation/index.ts'
import { type Reminder, snooze } from '../../rooms/timekeeper/index.ts'
import { inMinutes } from '../updates/index.ts'
import { texts } from './form-texts.ts'

const minutesOffered = [1, 2, 5, 10, 15, 30, 60, 120]

/** Makes one reminder wait: that of the update where it is overdue, or else the next checkpoint. A button may name it. */
export const snoozeCommand: Command = {
  ...doing(snooze, ({ values, argument }) => ({ ...wireOf(values), reminder: reminderOf(argument) })),
  label: (locale) => texts.in(locale)('label.snooze'),
  spoken: {
    ja: [
      'スヌーズ',
      'リマインダーを遅らせる',
      'リマインダーを止める',
      'リマインドを止める',
      'リマインドを遅らせる',
      '通知を止める',
      '後で知らせる',
      '後に知らせる',
      'また知らせる',
      '後でリマインド',
      '黙る',
      '静かにする',
    ],
    en: [
      'snooze',
      'remind later',
      'remind me later',
      'mute reminder',
      'pause reminder',
      'quiet',
      'be quiet',
      'delay reminder',
      'stop reminding',
      'silence',
      'wait with reminder',
      'hush',
    ],
    fills: { text: 'reason', minutes: 'minutes' },
  },
  offered: whileResponding,
  form(situation, voice, now, argument) {
    const t = texts.in(voice.locale)
    const reminder = reminderOf(argument) ?? nextReminder(situation, now)
    return verbForm(
      'snooze',
      { situation, voice, argument: reminder },
      { title: t('title.snooze'), submit: t('submit.snooze') },
      [
        input({
          id: 'minutes',
          label: t('field.snooze-minutes'),
          hint: t(`hint.snooze.${reminder}`),
          element: select({
            actionId: fieldActionId,
            options: minutesOffered.map((minutes) => option(String(minutes), inMinutes(minutes, voice.locale))),
            initial: '15',
          }),
        }),
        input({ id: 'reason', label: t('field.snooze-reason'), element: textInput({ max: 300 }) }),
      ],
    )
  },
}

const reminderOf = (argument: string | null): Reminder | null =>
  argument === 'update' || argument === 'checkpoint' ? argument : null

const nextReminder = ({ lastUpdate }: Situation, now: Date): Reminder =>
  lastUpdate?.nextAt && lastUpdate.nextAt <= now ? 'update' : 'checkpoint'
