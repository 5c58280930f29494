import type { Sample } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { cardMessage, checkpointMessage, guidanceMessage } from './messages.ts'

const { underWay, recovered, declared } = situations
const [second, first] = underWay.checkpoints

export const samples: Sample[] = [
  ...Object.entries(situations).map(([state, situation]) => ({
    name: `card/card/${state}`,
    render: (locale: 'ja' | 'en') => cardMessage(situation, voices[locale]),
  })),
  ...(second && first
    ? [
        {
          name: 'card/checkpoint/last',
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, underWay, voices[locale]),
        },
        {
          name: 'card/checkpoint/last-with-gaps',
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, declared, voices[locale]),
        },
        {
          name: 'card/checkpoint/earlier',
          render: (locale: 'ja' | 'en') => checkpointMessage(first, { isLast: false }, underWay, voices[locale]),
        },
        {
          name: 'card/checkpoint/after-recovery',
          render: (locale: 'ja' | 'en') => checkpointMessage(second, { isLast: true }, recovered, voices[locale]),
        },
      ]
    : []),
  { name: 'card/guidance/handler', render: (locale) => guidanceMessage('handler', underWay, voices[locale]) },
]
