import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { conflictMessage, gapsMessage, type Occasion, occasionMessage, overMessage } from './messages.ts'

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
const conflict = {
  state: { here: 'open', there: 'done' },
  login: { here: 'alice-gh', there: 'somebody-with-a-long-name-on-github-39' },
  due: { here: '2026-12-01', there: null },
}
const states = { recovered, longest, drill: { ...drill, actions: recovered.actions } }

export const samples: Sample[] = Object.entries(states).flatMap(([state, situation]): Sample[] => {
  const [item] = situation.actions
  if (!item) return []
  const given = { to: 'person', about: [situation] } as const
  return [
    ...Object.entries(occasions).map(([name, occasion]) => ({
      name: `actions/${name}/${state}`,
      ...given,
      render: (locale: 'ja' | 'en') => occasionMessage(occasion, item, situation, voices[locale]),
    })),
    {
      name: `actions/unowned/${state}`,
      ...given,
      render: (locale) => occasionMessage(reminded('lead', 0), { ...item, owner: null }, situation, voices[locale]),
    },
    ...(['done', 'waived', 'removed'] as const).map((its) => ({
      name: `actions/over-${its}/${state}`,
      ...given,
      render: (locale: 'ja' | 'en') => overMessage({ ...item, state: its }, 1, undefined, situation, voices[locale]),
    })),
    ...(['given', 'moved', 'later'] as const).map((why) => ({
      name: `actions/over-${why}/${state}`,
      ...given,
      render: (locale: 'ja' | 'en') => overMessage(item, 1, why, situation, voices[locale]),
    })),
    ...([true, false] as const).map((isNewest) => ({
      name: `actions/gaps-${isNewest ? 'asked' : 'before'}/${state}`,
      ...given,
      render: (locale: 'ja' | 'en') => gapsMessage(isNewest, situation, voices[locale]),
    })),
    ...([true, false] as const).map((isNewest) => ({
      name: `actions/conflict-${isNewest ? 'asked' : 'before'}/${state}`,
      ...given,
      render: (locale: 'ja' | 'en') => conflictMessage({ ...item, conflict }, 1, isNewest, situation, voices[locale]),
    })),
    {
      name: `actions/conflict-settled/${state}`,
      ...given,
      render: (locale) => conflictMessage(item, 1, true, situation, voices[locale]),
    },
    {
      name: `actions/gaps-settled/${state}`,
      ...given,
      render: (locale) => gapsMessage(true, { ...situation, actions: [] }, voices[locale]),
    },
  ]
})
