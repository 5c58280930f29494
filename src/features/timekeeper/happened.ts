import { happening } from '../../rooms/record/index.ts'
import { texts } from './happened-texts.ts'

/** How it reads afterwards that a reminder was put off. */
export const timekeeperHappened = happening({
  'timekeeper.snoozed': {
    kind: 'updates',
    tell: ({ data: { until, reason } }, { locale, who, clock, said }) =>
      texts.in(locale)('timekeeper.snoozed', { who, when: clock(until), reason: said(reason) }),
  },
})
