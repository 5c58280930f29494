import { happening, plainly } from '../../rooms/record/index.ts'
import { oneLine } from '../../rooms/situation/index.ts'
import { texts } from './happened-texts.ts'

/** How it reads afterwards what people said of how it stands. */
export const updatesHappened = happening({
  'updates.posted': {
    kind: 'updates',
    tell: ({ data }, { locale, who }) =>
      texts.in(locale)('updates.posted', { who, condition: oneLine(data.condition) }),
  },
  ...plainly(texts, ['updates.unchanged'], 'updates'),
  'updates.overdue': {
    kind: 'missed',
    // One of the steps stands there for all.
    stands: ({ data }) => data.step === 1,
    tell: ({ data }, { locale, clock }) => texts.in(locale)('updates.overdue', { when: clock(data.promisedAt) }),
  },
})
