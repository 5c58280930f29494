import { dateTimeInput, fieldActionId, input, option, section, select, usersInput } from '../../kit/block-kit/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { dueDayOf, isOverWithLessons, planReview, proposedReview } from '../../rooms/ladder/index.ts'
import { dayIn } from '../../rooms/settings/index.ts'
import { dayName, type Situation } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

const lengths = [30, 45, 60, 90]
/** How many people are proposed; more can be chosen. */
const mostProposed = 15

/** When the postmortem is talked through, and with whom; the same form moves it. */
export const planReviewCommand: Command = {
  ...doing(planReview),
  label: (locale) => texts.in(locale)('label.plan-review'),
  spoken: {
    ja: [
      'レビュー会',
      'レビュー会の日程を決める',
      'レビュー会を開きたい',
      'レビュー会を予定する',
      'レビュー会の日程',
      '振り返り会',
      '振り返り会の日程',
    ],
    en: [
      'plan review',
      'schedule review',
      'review meeting',
      'review',
      'set up review',
      'plan meeting',
      'schedule meeting',
    ],
    fills: { people: 'people', moment: { field: 'at', lies: 'ahead' }, minutes: 'minutes' },
  },
  offered: ({ incident, ladder }) => isOverWithLessons(incident) && ladder.review.state !== 'held',
  form(situation, voice, now) {
    const t = texts.in(voice.locale)
    const { incident, ladder } = situation
    const { timezone } = voice.settings
    const today = dayIn(timezone, now)
    const due = isOverWithLessons(incident) ? dueDayOf(incident, voice.settings) : today
    const planned = ladder.review.state === 'planned' ? ladder.review : undefined
    return verbForm(
      'plan-review',
      { situation, voice },
      { title: t('title.plan-review'), submit: t('submit.plan-review') },
      [
        section(t(planned ? 'plan-review.move' : 'plan-review.intro', { due: dayName(due, voice) })),
        input({
          id: 'at',
          label: t('field.at'),
          element: dateTimeInput(planned?.startsAt ?? proposedReview(due, today, timezone)),
        }),
        input({
          id: 'minutes',
          label: t('field.minutes'),
          element: select({
            actionId: fieldActionId,
            options: lengths.map((minutes) => option(String(minutes), t('minutes', { minutes }))),
            initial: String(planned?.minutes ?? 60),
          }),
        }),
        input({
          id: 'people',
          label: t('field.review-people'),
          hint: t('hint.review-people'),
          element: usersInput(planned ? [...planned.people] : whoWasThere(situation)),
        }),
      ],
    )
  },
}

/** Who writes it and who had a part in the response. */
const whoWasThere = ({ incident, roles }: Situation): string[] =>
  [
    ...new Set([...(incident.postmortemOwner ? [incident.postmortemOwner] : []), ...roles.map((each) => each.userId)]),
  ].slice(0, mostProposed)
