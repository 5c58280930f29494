import { fieldActionId, input, option, select, textInput } from '../../../kit/block-kit/index.ts'
import type { Situation } from '../../situation/index.ts'
import { type Reminder, snooze } from '../../timekeeper/index.ts'
import { type Command, doing, verbForm, wireOf } from '../command.ts'
import { whileResponding } from '../verb.ts'
import { texts } from './texts.ts'

const minutesOffered = [1, 2, 5, 10, 15, 30, 60, 120]

/** Makes one reminder wait: that of the update where it is overdue, or else the next checkpoint. A button may name it. */
export const snoozeCommand: Command = {
  ...doing(snooze, ({ values, argument }) => ({ ...wireOf(values), reminder: reminderOf(argument) })),
  label: (locale) => texts.in(locale)('label.snooze'),
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
            options: minutesOffered.map((minutes) => option(String(minutes), t('next.minutes', { minutes }))),
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
