import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { recoveryQuestion } from './messages.ts'

const { underWay } = situations

export const samples: Sample[] = [
  ...[true, false].map((isOpen) => ({
    name: `todos/recovery-question/${isOpen ? 'open' : 'answered'}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') => recoveryQuestion('U0SATO', isOpen, underWay, voices[locale]),
  })),
]
