import type { Sample } from '../../../kit/block-kit/index.ts'
import { person } from '../../facts/index.ts'
import { situations, voices } from '../../situation/situation.samples.ts'
import { assignedMessage, type Outcome, type Reminded, remindedMessage } from './messages.ts'

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
    render: (locale: 'ja' | 'en') => remindedMessage(reminded(stage), 'standing', recovered, voices[locale]),
  })),
  {
    name: 'ladder/reminded/nobody-writes',
    render: (locale) => remindedMessage(reminded('before', null), 'standing', completed, voices[locale]),
  },
  {
    name: 'ladder/reminded/mini',
    render: (locale) => remindedMessage(reminded('after'), 'standing', mild, voices[locale]),
  },
  {
    name: 'ladder/reminded/longest',
    render: (locale) => remindedMessage(reminded('overdue'), 'standing', over, voices[locale]),
  },
  {
    name: 'ladder/reminded/secret',
    render: (locale) => remindedMessage(reminded('due'), 'standing', hidden, voices[locale]),
  },
  ...outcomes.map((outcome) => ({
    name: `ladder/reminded/over-${outcome}`,
    render: (locale: 'ja' | 'en') => remindedMessage(reminded('due'), outcome, recovered, voices[locale]),
  })),
  {
    name: 'ladder/assigned',
    render: (locale) => {
      const data = { from: 'U0SATO', to: 'U0ALICE', due: '2026-11-30' }
      return assignedMessage({ data, actor: person('U0SATO') }, recovered, voices[locale])
    },
  },
]
