import { firstCallMessage, firstCallPast } from '../../features/roles/first-call.ts'
import { guidanceMessage } from '../../features/roles/guidance.ts'
import {
  offerAnswerMessage,
  offerAskMessage,
  offerDroppedMessage,
  offerMessage,
  offerWaitsMessage,
} from '../../features/roles/hand-over-messages.ts'
import { nudgeMessage, tierMessage, vacatedMessage } from '../../features/roles/vacancy-messages.ts'
import { type Actor, clockwork, type FactData, type FactOf, type FactType, person } from '../facts/index.ts'
import { roleKeys } from '../settings/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { catchUpMessage } from './welcome-messages.ts'

const { declared, underWay, secret, drill, longest } = situations

const fact = <Type extends FactType>(type: Type, data: FactData[Type], actor: Actor = person('U0SATO')) =>
  ({
    id: 'fct_00000000000000000000000001',
    subject: 'incident:inc_00000000000000000000000001',
    type,
    n: 1,
    at: new Date('2026-11-23T14:20:00+09:00'),
    actor,
    data,
  }) as unknown as FactOf<Type>

const vacancy = {
  since: '2026-11-23T05:10:00.000Z',
  service: 'a',
  level: null,
  kind: 'real',
  visibility: 'public',
}
const nudge = (n: number, mention: string, people: string[]) =>
  fact('roles.vacancy_nudged', { ...vacancy, n, isLast: n === 3, mention, people }, clockwork)
const tier = (kind: string, people: string[]) =>
  fact(
    'roles.tier_called',
    { ...vacancy, kind, tier: 1, names: ['executives', 'boss@example.com'], people, count: people.length },
    clockwork,
  )
const nasty = '<!channel> & <@U0SATO> *強調*\n'.repeat(200).slice(0, 2000)
const offer = (briefing: string) =>
  fact('roles.hand_over_proposed', { handOver: 'hov_1', from: 'U0SATO', to: 'U0ALICE', briefing })
const forRole = (role: string) =>
  fact('roles.hand_over_proposed', { handOver: 'hov_1', role, from: null, to: 'U0ALICE', briefing: '14時からの決定を' })
const ofRole = { handOver: 'hov_1', role: 'scribe', from: null, to: 'U0ALICE' }
/** Offers with what somebody wrote for the one who takes over. */
export const offers = { ordinary: offer('DB の接続数が上限。再起動を試した'), nasty: offer(nasty) }
const live = { isLive: true }

export const samples: Sample[] = [
  {
    name: 'crew/first-call/person',
    to: 'channel',
    about: [declared],
    render: (locale) => firstCallMessage(['U0SATO'], voices[locale]),
  },
  {
    name: 'crew/first-call/people',
    to: 'channel',
    about: [declared],
    render: (locale) => firstCallMessage(['U0SATO', 'U0ITO'], voices[locale]),
  },
  {
    name: 'crew/first-call/past',
    to: 'channel',
    about: [declared],
    render: (locale) => firstCallPast(voices[locale]),
  },
  {
    name: 'crew/nudge/first',
    to: 'channel',
    about: [declared],
    render: (locale) => nudgeMessage(nudge(1, 'none', []), live, declared, voices[locale]),
  },
  {
    name: 'crew/nudge/names',
    to: 'channel',
    about: [declared],
    render: (locale) => nudgeMessage(nudge(2, 'none', ['U0SATO', 'U0ITO']), live, declared, voices[locale]),
  },
  {
    name: 'crew/nudge/last',
    loud: true,
    to: 'channel',
    about: [declared],
    render: (locale) => nudgeMessage(nudge(3, 'here', ['U0SATO', 'U0ITO']), live, declared, voices[locale]),
  },
  {
    name: 'crew/nudge/drill',
    to: 'channel',
    about: [drill],
    render: (locale) => nudgeMessage(nudge(3, 'here', ['U0SATO']), live, { ...drill, roles: [] }, voices[locale]),
  },
  {
    name: 'crew/nudge/answered',
    to: 'channel',
    about: [underWay],
    render: (locale) => nudgeMessage(nudge(3, 'here', ['U0SATO']), { isLive: false }, underWay, voices[locale]),
  },
  {
    name: 'crew/tier/called',
    to: 'channel',
    about: [declared],
    render: (locale) =>
      tierMessage(tier('real', ['U0YOSHIDA']), { isLive: true, named: ['U0YOSHIDA'] }, declared, voices[locale]),
  },
  {
    name: 'crew/tier/nobody',
    to: 'channel',
    about: [declared],
    render: (locale) => tierMessage(tier('real', []), { isLive: true, named: [] }, declared, voices[locale]),
  },
  {
    name: 'crew/tier/drill',
    to: 'channel',
    about: [drill],
    render: (locale) => tierMessage(tier('drill', []), { isLive: true, named: [] }, drill, voices[locale]),
  },
  {
    name: 'crew/tier/answered',
    to: 'channel',
    about: [underWay],
    render: (locale) =>
      tierMessage(tier('real', ['U0YOSHIDA']), { isLive: false, named: [] }, underWay, voices[locale]),
  },
  ...(['gave-up', 'left-channel', 'deactivated', 'excluded'] as const).flatMap((because) =>
    [true, false].map((isLive) => ({
      name: `crew/vacated/${because}${isLive ? '' : '-answered'}`,
      to: 'channel' as const,
      about: [declared],
      render: (locale: 'ja' | 'en') =>
        vacatedMessage(
          fact('roles.handler_released', { user: 'U0SATO', because }),
          { isLive },
          declared,
          voices[locale],
        ),
    })),
  ),
  {
    name: 'crew/hand-over/offered',
    to: 'channel',
    about: [underWay],
    render: (locale) => offerMessage(offers.ordinary, null, underWay, voices[locale]),
  },
  {
    name: 'crew/hand-over/longest',
    to: 'channel',
    about: [longest],
    render: (locale) => offerMessage(offers.nasty, null, longest, voices[locale]),
  },
  ...(['accepted', 'declined', 'withdrawn', 'replaced', 'over'] as const).map((outcome) => ({
    name: `crew/hand-over/${outcome}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') => offerMessage(offer('—'), outcome, underWay, voices[locale]),
  })),
  ...([null, 'accepted'] as const).map((outcome) => ({
    name: `crew/hand-over-waits/${outcome ?? 'open'}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') =>
      offerWaitsMessage(
        fact('roles.hand_over_waits', { handOver: 'hov_1', from: 'U0SATO', to: 'U0ALICE' }),
        outcome,
        underWay,
        voices[locale],
      ),
  })),
  ...(['declined', 'withdrawn'] as const).map((how) => ({
    name: `crew/hand-over-dropped/${how}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') =>
      offerDroppedMessage(
        fact('roles.hand_over_dropped', { handOver: 'hov_1', from: 'U0SATO', to: 'U0ALICE', how }),
        underWay,
        voices[locale],
      ),
  })),
  ...([null, 'accepted', 'declined'] as const).map((outcome) => ({
    name: `crew/role-offer/${outcome ?? 'open'}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') => offerMessage(forRole('scribe'), outcome, underWay, voices[locale]),
  })),
  {
    name: 'crew/role-offer/lead',
    to: 'channel',
    about: [declared],
    render: (locale) => offerMessage(forRole('handler'), null, declared, voices[locale]),
  },
  {
    name: 'crew/role-offer/waits',
    to: 'channel',
    about: [drill],
    render: (locale) => offerWaitsMessage(fact('roles.hand_over_waits', ofRole), null, drill, voices[locale]),
  },
  ...(['declined', 'withdrawn'] as const).map((how) => ({
    name: `crew/role-offer/dropped-${how}`,
    to: 'channel' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') =>
      offerDroppedMessage(
        fact('roles.hand_over_dropped', { ...ofRole, how, reason: how === 'declined' ? '会議中 <!here>' : null }),
        underWay,
        voices[locale],
      ),
  })),
  {
    name: 'crew/role-ask/asked',
    to: 'person',
    about: [underWay],
    render: (locale) => offerAskMessage(forRole('scribe'), underWay, voices[locale]),
  },
  ...([underWay, secret] as const).flatMap((about) =>
    (['accepted', 'declined'] as const).map((outcome) => ({
      name: `crew/role-answer/${outcome}${about === secret ? '-private' : ''}`,
      to: 'person' as const,
      about: [about],
      render: (locale: 'ja' | 'en') =>
        offerAnswerMessage(
          forRole('scribe'),
          outcome,
          outcome === 'declined' ? '会議中 <!here>' : null,
          about,
          voices[locale],
        ),
    })),
  ),
  {
    name: 'crew/hand-over-ask/asked',
    to: 'person',
    about: [underWay],
    render: (locale) => offerAskMessage(offers.ordinary, underWay, voices[locale]),
  },
  {
    name: 'crew/hand-over-ask/longest',
    to: 'person',
    about: [longest],
    render: (locale) => offerAskMessage(offers.nasty, longest, voices[locale]),
  },
  {
    name: 'crew/hand-over-ask/private-direct',
    to: 'person',
    about: [secret],
    render: (locale) => offerAskMessage(offer('管理画面が'), secret, voices[locale]),
  },
  ...(['declared', 'underWay', 'recovered', 'drill', 'longest'] as const).map((state) => ({
    name: `crew/catch-up/${state}`,
    to: 'alone' as const,
    about: [situations[state]],
    render: (locale: 'ja' | 'en') =>
      catchUpMessage(situations[state], 'https://example.slack.com/archives/C0INCIDENT/p1', voices[locale]),
  })),
  ...roleKeys.map((role) => ({
    name: `crew/guidance/${role}`,
    to: 'person' as const,
    about: [underWay],
    render: (locale: 'ja' | 'en') => guidanceMessage(role, underWay, voices[locale]),
  })),
  {
    name: 'crew/guidance/handed-over',
    to: 'person',
    about: [longest],
    render: (locale) => guidanceMessage('handler', longest, voices[locale], offers.nasty.data.briefing),
  },
]
