import { fieldActionId, input, option, select } from '../../kit/block-kit/index.ts'
import { elapsed, type Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** Time boxes to choose from, in minutes. */
const boxes = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240]

/** In how many minutes a TODO is due; left empty, it has no time box. */
export function minutesInput(voice: Voice, hint: string) {
  const t = texts.in(voice.locale)
  return input({
    id: 'minutes',
    label: t('field.todo-minutes'),
    hint,
    optional: true,
    element: select({
      actionId: fieldActionId,
      options: boxes.map((minutes) => option(String(minutes), elapsed(minutes * 60_000, voice))),
    }),
  })
}
