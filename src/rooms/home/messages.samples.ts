import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { boardMessage } from './action-board-messages.ts'
import { digestMessage, homeView } from './messages.ts'
import { secretView, tokensView } from './token-form.ts'
import { actionsOf, waitingIn } from './waiting.samples.ts'

const { underWay, longest, recovered, drill, secret, declared } = situations
const later = new Date('2026-11-23T18:00:00+09:00')
const led = { ...declared, roles: underWay.roles }
const aDrill = { ...recovered, incident: { ...recovered.incident, kind: 'drill' } } as const
const busy = [underWay, longest, recovered, drill, led]
/** What somebody was told alone before. */
const lately = [{ at: new Date('2026-11-23T06:00:00Z'), words: 'すでに復旧しています。', incidentId: null }]
const tokens = Array.from({ length: 45 }, (_, n) => ({
  id: `tok_${n}`,
  name: n % 2 ? '監視 Grafana' : 'my script',
  prefix: 'sssbot_abcdef',
  userId: n % 2 ? null : 'U0SATO',
  rank: 'responder' as const,
  scope: { services: n % 3 ? null : ['a'], incidents: null },
  mayNamePeople: n % 4 === 1,
  isDisplay: false,
  madeBy: 'U0SATO',
  madeAt: later,
  expiresAt: n % 2 ? later : null,
  usedAt: n % 3 ? later : null,
}))
const offer = {
  id: 'hov_1',
  role: 'scribe' as const,
  from: null,
  to: 'U0ALICE',
  proposedBy: 'U0SATO',
  briefing: '',
  proposedAt: later,
  remindedAt: null,
}
const ofAsked = { ...declared, asked: [offer] }
const nothing = { waiting: [], open: [], more: 0, told: [] }

export const samples: Sample[] = [
  { name: 'home/home/quiet', to: 'home', about: [], render: (locale) => homeView(nothing, voices[locale]) },
  {
    name: 'home/home/makes-tokens',
    to: 'home',
    about: [],
    render: (locale) => homeView(nothing, voices[locale], { makesTokens: true }),
  },
  {
    name: 'home/home/dashboard',
    to: 'home',
    about: [],
    render: (locale) => homeView(nothing, voices[locale], { dashboard: 'https://bot.example.com/' }),
  },
  {
    name: 'home/tokens/of-all',
    to: 'form',
    about: [],
    render: (locale) => tokensView({ administers: true, tokens }, voices[locale]),
  },
  {
    name: 'home/tokens/none-of-mine',
    to: 'form',
    about: [],
    render: (locale) => tokensView({ administers: false, tokens: [] }, voices[locale]),
  },
  {
    name: 'home/tokens/made',
    to: 'form',
    about: [],
    render: (locale) => secretView('監視 Grafana', `sssbot_${'x'.repeat(43)}`, voices[locale]),
  },
  {
    name: 'home/home/busy',
    to: 'home',
    about: [...busy],
    render: (locale) => {
      const waiting = busy.flatMap((situation) =>
        ['U0SATO', 'U0ALICE'].flatMap((userId) =>
          waitingIn(situation, { userId: userId, now: later, settings: voices[locale].settings }),
        ),
      )
      return homeView({ waiting, open: busy, more: 3, told: lately }, voices[locale])
    },
  },
  {
    name: 'home/home/asked-for-a-role',
    to: 'home',
    about: [declared],
    render: (locale) =>
      homeView(
        {
          waiting: waitingIn(ofAsked, { userId: 'U0ALICE', now: later, settings: voices[locale].settings }),
          open: [],
          more: 0,
          told: [],
        },
        voices[locale],
      ),
  },
  {
    name: 'home/home/in-on-a-secret',
    to: 'home',
    about: [secret],
    render: (locale) =>
      homeView(
        {
          waiting: waitingIn(secret, { userId: 'U0SATO', now: later, settings: voices[locale].settings }),
          open: [secret],
          more: 0,
          told: [],
        },
        voices[locale],
      ),
  },
  {
    name: 'home/home/drill',
    to: 'home',
    about: [drill],
    render: (locale) =>
      homeView(
        {
          waiting: waitingIn(drill, { userId: 'U0SATO', now: later, settings: voices[locale].settings }),
          open: [drill],
          more: 0,
          told: [],
        },
        voices[locale],
      ),
  },
  {
    name: 'home/home/action-items',
    to: 'home',
    about: [recovered],
    render: (locale) => {
      const waiting = actionsOf(recovered, { userId: 'U0SATO', now: later, settings: voices[locale].settings })
      return homeView({ waiting, open: [], more: 0, told: [] }, voices[locale])
    },
  },
  ...(['recovered', 'longest', 'drill'] as const).map((state) => ({
    name: `home/action-board/${state}`,
    to: 'elsewhere' as const,
    about: [situations[state]],
    render: (locale: 'ja' | 'en') => {
      const { incident, channel } = situations[state]
      const items = state === 'drill' ? recovered.actions : situations[state].actions
      const rows = items.map((item) => ({ item, incident, channelId: channel.channelId }))
      return boardMessage(rows, '2026-12-02', voices[locale])
    },
  })),
  {
    name: 'home/digest/some',
    to: 'person',
    about: [recovered, longest],
    render: (locale) => digestMessage([recovered, longest], voices[locale]),
  },
  {
    name: 'home/digest/many',
    to: 'person',
    about: [recovered],
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
    to: 'person',
    about: [aDrill],
    render: (locale) => digestMessage([aDrill], voices[locale]),
  },
]
