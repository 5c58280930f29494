import type { Sample } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { boardMessage } from './action-board-messages.ts'
import { digestMessage, homeView } from './messages.ts'
import { waitingIn } from './waiting.ts'

const { underWay, longest, recovered, drill, secret, declared } = situations
const later = new Date('2026-11-23T18:00:00+09:00')
const led = { ...declared, roles: underWay.roles }
const nothing = { waiting: [], open: [], more: 0 }

export const samples: Sample[] = [
  { name: 'home/home/quiet', render: (locale) => homeView(nothing, voices[locale]) },
  {
    name: 'home/home/busy',
    render: (locale) => {
      const open = [underWay, longest, recovered, drill, led]
      const waiting = open.flatMap((situation) =>
        ['U0SATO', 'U0ALICE'].flatMap((userId) => waitingIn(situation, userId, later, voices[locale].settings)),
      )
      return homeView({ waiting, open, more: 3 }, voices[locale])
    },
  },
  {
    name: 'home/home/in-on-a-secret',
    render: (locale) =>
      homeView(
        { waiting: waitingIn(secret, 'U0SATO', later, voices[locale].settings), open: [secret], more: 0 },
        voices[locale],
      ),
  },
  {
    name: 'home/home/drill',
    render: (locale) =>
      homeView(
        { waiting: waitingIn(drill, 'U0SATO', later, voices[locale].settings), open: [drill], more: 0 },
        voices[locale],
      ),
  },
  {
    name: 'home/home/action-items',
    render: (locale) => {
      const waiting = recovered.actions.map((item) => ({ what: 'action' as const, situation: recovered, item }))
      return homeView({ waiting, open: [], more: 0 }, voices[locale])
    },
  },
  ...(['recovered', 'longest', 'drill'] as const).map((state) => ({
    name: `home/action-board/${state}`,
    render: (locale: 'ja' | 'en') => {
      const { incident, channel } = situations[state]
      const items = state === 'drill' ? recovered.actions : situations[state].actions
      const rows = items.map((item) => ({ item, incident, channelId: channel.channelId }))
      return boardMessage(rows, '2026-12-02', voices[locale])
    },
  })),
  { name: 'home/digest/some', render: (locale) => digestMessage([recovered, longest], voices[locale]) },
  {
    name: 'home/digest/many',
    render: (locale) =>
      digestMessage(
        Array.from({ length: 30 }, (_, n) => ({
          ...recovered,
          incident: { ...recovered.incident, id: `inc_${String(n).padStart(26, '0')}` },
        })),
        voices[locale],
      ),
  },
  {
    name: 'home/digest/drill',
    render: (locale) =>
      digestMessage([{ ...recovered, incident: { ...recovered.incident, kind: 'drill' } }], voices[locale]),
  },
]
