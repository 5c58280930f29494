import type { Sample } from '../../../kit/block-kit/index.ts'
import { situations, voices } from '../../situation/situation.samples.ts'
import { gapsMessage, type Occasion, occasionMessage, overMessage } from './messages.ts'

const { recovered, longest, drill } = situations
const day = 86_400_000
const dueOn = '2026-12-01'
const reminded = (as: 'owner' | 'lead', shift: number): Occasion => ({ is: 'reminded', as, shift, dueOn })
const occasions: Record<string, Occasion> = {
  asked: { is: 'asked', by: 'U0SATO' },
  before: reminded('owner', -3 * day),
  today: reminded('owner', 0),
  after: reminded('owner', 3 * day),
  lead: reminded('lead', 7 * day),
}
const states = { recovered, longest, drill: { ...drill, actions: recovered.actions } }

export const samples: Sample[] = Object.entries(states).flatMap(([state, situation]): Sample[] => {
  const [item] = situation.actions
  if (!item) return []
  return [
    ...Object.entries(occasions).map(([name, occasion]) => ({
      name: `actions/${name}/${state}`,
      render: (locale: 'ja' | 'en') => occasionMessage(occasion, item, situation, voices[locale]),
    })),
    {
      name: `actions/unowned/${state}`,
      render: (locale) => occasionMessage(reminded('lead', 0), { ...item, owner: null }, situation, voices[locale]),
    },
    ...(['done', 'waived', 'removed'] as const).map((its) => ({
      name: `actions/over-${its}/${state}`,
      render: (locale: 'ja' | 'en') => overMessage({ ...item, state: its }, 1, undefined, situation, voices[locale]),
    })),
    ...(['given', 'moved', 'later'] as const).map((why) => ({
      name: `actions/over-${why}/${state}`,
      render: (locale: 'ja' | 'en') => overMessage(item, 1, why, situation, voices[locale]),
    })),
    ...([true, false] as const).map((isNewest) => ({
      name: `actions/gaps-${isNewest ? 'asked' : 'before'}/${state}`,
      render: (locale: 'ja' | 'en') => gapsMessage(isNewest, situation, voices[locale]),
    })),
    {
      name: `actions/gaps-settled/${state}`,
      render: (locale) => gapsMessage(true, { ...situation, actions: [] }, voices[locale]),
    },
  ]
})
