import { happening, type Told } from '../../rooms/record/index.ts'
import { texts } from './happened-texts.ts'

/** A pager's name; its key where nobody named it. */
const pagerName = (key: string, { settings, locale }: Told): string => settings.pagers[key]?.name?.[locale] ?? key

/** How it reads afterwards who was paged. A page that only ends an alarm is no news. */
export const pagingHappened = happening({
  'paging.called': {
    kind: 'people',
    tell({ data }, told) {
      const t = texts.in(told.locale)
      const pagers = data.pagers.map((pager) => pagerName(pager, told)).join(t('pagers.between'))
      return told.because(t('paging.called', { who: told.who, pagers }), data.reason)
    },
  },
  'paging.delivered': {
    kind: 'people',
    stands: ({ data }) => data.event === 'trigger',
    tell: ({ data }, told) => texts.in(told.locale)('paging.delivered', { pager: pagerName(data.pager, told) }),
  },
  'paging.answered': {
    kind: 'people',
    tell({ data: { pager, who, answer } }, told) {
      const gaps = { pager: pagerName(pager, told), who: who ?? '' }
      return texts.in(told.locale)(who === null ? `page.${answer}` : `page.${answer}.who`, gaps)
    },
  },
  'paging.failed': {
    kind: 'missed',
    stands: ({ data }) => data.event === 'trigger',
    tell: ({ data }, told) => texts.in(told.locale)('paging.failed', { pager: pagerName(data.pager, told) }),
  },
})
