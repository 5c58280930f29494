import { person } from '../../rooms/facts/index.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { samples as overviews } from './ladder.samples.ts'
import { assignedMessage, type Outcome, type Reminded, remindedMessage } from './messages.ts'
import { plannedMessage, reviewOverMessage } from './review.ts'

const { recovered, completed, longest, secret } = situations
const mild = { ...recovered, incident: { ...recovered.incident, level: 'level1' } }
const over = { ...longest, incident: { ...longest.incident, status: 'completed', recoveredAt: new Date(0) } } as const
const hidden = { ...secret, incident: { ...secret.incident, status: 'recovered', recoveredAt: new Date(0) } } as const

const reminded = (stage: Reminded['data']['stage'], owner: string | null = 'U0SATO') => ({
  data: { stage, due: '2026-11-30', owner, people: ['U0SATO'] },
})

const outcomes: readonly Outcome[] = ['newer', 'published', 'waived', 'postponed', 'assigned', 'reopened']

export const samples: Sample[] = [
  ...(['after', 'before', 'due', 'overdue'] as const).map((stage) => ({
    name: `ladder/reminded/${stage}`,
    to: 'person' as const,
    about: [recovered],
    render: (locale: 'ja' | 'en') => remindedMessage(reminded(stage), 'standing', recovered, voices[locale]),
  })),
  {
    name: 'ladder/reminded/nobody-writes',
    to: 'person',
    about: [completed],
    render: (locale) => remindedMessage(reminded('before', null), 'standing', completed, voices[locale]),
  },
  {
    name: 'ladder/reminded/mini',
    to: 'person',
    about: [mild],
    render: (locale) => remindedMessage(reminded('after'), 'standing', mild, voices[locale]),
  },
  ...(['in_review', 'approved'] as const).map((status) => ({
    name: `ladder/reminded/${status}`,
    to: 'person' as const,
    about: [recovered],
    render: (locale: 'ja' | 'en') => {
      const situation = { ...recovered, ladder: { ...recovered.ladder, status } }
      return remindedMessage(reminded('due'), 'standing', situation, voices[locale])
    },
  })),
  {
    name: 'ladder/reminded/longest',
    to: 'person',
    about: [over],
    render: (locale) => remindedMessage(reminded('overdue'), 'standing', over, voices[locale]),
  },
  {
    name: 'ladder/reminded/secret',
    to: 'person',
    about: [hidden],
    render: (locale) => remindedMessage(reminded('due'), 'standing', hidden, voices[locale]),
  },
  ...outcomes.map((outcome) => ({
    name: `ladder/reminded/over-${outcome}`,
    to: 'person' as const,
    about: [recovered],
    render: (locale: 'ja' | 'en') => remindedMessage(reminded('due'), outcome, recovered, voices[locale]),
  })),
  ...(
    [
      ['channel', 'standing', 'channel', recovered, null],
      ['person', 'standing', 'person', recovered, null],
      ['moved', 'standing', 'person', recovered, '2026-11-26T05:00:00.000Z'],
      ['longest', 'standing', 'channel', over, null],
      ['secret', 'standing', 'person', hidden, null],
      ['over-moved', 'moved', 'channel', recovered, null],
      ['over-held', 'held', 'person', recovered, null],
      ['over-waived', 'waived', 'channel', recovered, null],
    ] as const
  ).map(([name, outcome, to, situation, from]) => ({
    name: `ladder/review/${name}`,
    to,
    about: [situation],
    render: (locale: 'ja' | 'en') => {
      const people = Array.from({ length: to === 'channel' ? 14 : 2 }, (_, at) => `U0PERSON${at}`)
      const data = { n: 1, startsAt: '2026-11-27T05:00:00.000Z', minutes: 60, people, from }
      const calendar = 'https://bot.example.com/calendar/inc_00000000000000000000000001/1798000000-abcdefgh'
      return plannedMessage({ data }, { outcome, calendar, to }, situation, voices[locale])
    },
  })),
  ...(['standing', 'newer', 'moved', 'held', 'waived'] as const).map((outcome) => ({
    name: `ladder/review-asked/${outcome}`,
    to: 'person' as const,
    about: [recovered],
    render: (locale: 'ja' | 'en') => reviewOverMessage(outcome, recovered, voices[locale]),
  })),
  {
    name: 'ladder/assigned',
    to: 'person',
    about: [recovered],
    render: (locale) => {
      const data = { from: 'U0SATO', to: 'U0ALICE', due: '2026-11-30' }
      return assignedMessage({ data, actor: person('U0SATO') }, recovered, voices[locale])
    },
  },
  ...overviews,
]
