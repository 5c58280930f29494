import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { botLeftMessage, unarchiveMessage } from './messages.ts'

export const samples: Sample[] = (['underWay', 'secret', 'drill', 'longest'] as const).flatMap((state) => [
  {
    name: `followed/bot-left/${state}`,
    to: 'person' as const,
    about: [situations[state]],
    render: (locale: 'ja' | 'en') => botLeftMessage(situations[state], 'U0SATO', voices[locale]),
  },
  {
    name: `followed/unarchive/${state}`,
    to: 'person' as const,
    about: [situations[state]],
    render: (locale: 'ja' | 'en') => unarchiveMessage(situations[state], voices[locale]),
  },
])
