import { happening, plainly } from '../../rooms/record/index.ts'
import { texts } from './happened-texts.ts'

const plain = plainly(texts, ['incident.declared', 'incident.recovered', 'incident.completed'], 'course')

/** How the course of an incident reads afterwards. */
export const courseHappened = happening({
  'incident.declared': { ...plain['incident.declared'], time: 'declared_at' },
  'incident.recovered': {
    ...plain['incident.recovered'],
    time: 'recovered_at',
    moment: ({ data }) => new Date(data.recoveredAt),
  },
  'incident.completed': { ...plain['incident.completed'], time: 'completed_at' },
  'incident.reopened': {
    kind: 'course',
    tell({ data: { reason } }, { locale, who, said }) {
      const t = texts.in(locale)
      return reason ? t('incident.reopened.reason', { who, reason: said(reason) }) : t('incident.reopened', { who })
    },
  },
  'incident.cancelled': {
    kind: 'course',
    tell({ data: { reason } }, { locale, who, said }) {
      const t = texts.in(locale)
      return reason ? t('incident.cancelled.reason', { who, reason: said(reason) }) : t('incident.cancelled', { who })
    },
  },
})
