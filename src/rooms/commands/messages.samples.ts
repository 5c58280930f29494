import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import type { Situation } from '../situation/situation.ts'
import { alsoResponds, leadTaken } from './assemble/answers.ts'
import { type Beside, type Command, nothingBeside } from './command.ts'
import { commands } from './registry.ts'

const now = new Date('2026-11-23T15:05:00+09:00')

const beside: Beside = {
  ...nothingBeside,
  choices: [
    { value: 'inc_00000000000000000000000002', text: '#サービスa-20261123i-2 サービスA: 決済が失敗する' },
    { value: 'inc_00000000000000000000000003', text: `#サービスb-20261123i ${'サービスB: とても長い概要'.repeat(20)}` },
  ],
}

/** Forms about one action item of those that there are. */
const ofOneAction: Sample[] = (['change-action', 'move-action', 'waive-action'] as const).flatMap((verb) =>
  (['recovered', 'longest'] as const).flatMap((state) =>
    (state === 'recovered' ? situations.recovered.actions : situations.longest.actions.slice(0, 1)).map((item) => ({
      name: `commands/${verb}/${state}-${item.n}`,
      to: 'form' as const,
      about: [situations[state]],
      render: (locale: 'ja' | 'en') => {
        const view = (commands[verb] as Command).form?.(situations[state], voices[locale], now, item.id, beside)
        if (!view) throw new Error(`No form of ${verb}`)
        return view
      },
    })),
  ),
)

const offered: Situation = {
  ...situations.underWay,
  asked: [
    {
      id: 'hov_1',
      role: 'scribe',
      from: null,
      to: 'U0ALICE',
      proposedBy: 'U0SATO',
      briefing: '',
      proposedAt: now,
      remindedAt: null,
    },
  ],
}

/** Forms in which a request is declined, or taken back. */
const ofOffers: Sample[] = (['U0ALICE', 'U0SATO'] as const).map((by) => ({
  name: `commands/decline-hand-over/${by === 'U0ALICE' ? 'declined' : 'withdrawn'}`,
  to: 'form' as const,
  about: [offered],
  render: (locale: 'ja' | 'en') => {
    const command: Command = commands['decline-hand-over']
    const view = command.form?.(offered, voices[locale], now, 'hov_1', { ...beside, by })
    if (!view) throw new Error('No form of decline-hand-over')
    return view
  },
}))

/** Forms in which a postmortem is written and its questions are answered. */
const ofOneText: Sample[] = (
  [
    ['write-section', 'recovered', 'cause'],
    ['write-section', 'recovered', 'occurred_at'],
    ['write-section', 'recovered', 'types'],
    ['write-section', 'recovered', 'mini'],
    ['write-section', 'longest', 'impact'],
    ['answer-question', 'recovered', 'qst_resolution'],
    ['pass-question', 'recovered', 'qst_resolution'],
  ] as const
).map(([verb, state, argument]) => ({
  name: `commands/${verb}/${state}-${argument}`,
  to: 'form' as const,
  about: [situations[state]],
  render: (locale: 'ja' | 'en') => {
    const view = (commands[verb] as Command).form?.(situations[state], voices[locale], now, argument, beside)
    if (!view) throw new Error(`No form of ${verb}`)
    return view
  },
}))

/** The form of every verb that has one, with ordinary words and with the longest. */
const forms: Sample[] = Object.values<Command>(commands).flatMap((command) =>
  (
    ['underWay', 'longest', ...(command.offered(situations.recovered) ? (['recovered'] as const) : [])] as const
  ).flatMap((state) => {
    if (!command.form?.(situations[state], voices.ja, now, null, beside)) return []
    return {
      name: `commands/${command.verb}/${state}`,
      to: 'form' as const,
      about: [situations[state]],
      render: (locale: 'ja' | 'en') => {
        const view = command.form?.(situations[state], voices[locale], now, null, beside)
        if (!view) throw new Error(`No form of ${command.verb}`)
        return view
      },
    }
  }),
)

/** What a verb answers to the one who pressed, alone. */
const answers: Sample[] = [
  {
    name: 'commands/take-handler/taken',
    to: 'alone',
    about: [situations.underWay],
    render: (locale) => leadTaken('U0SATO', 'U0ALICE', situations.underWay.incident.id, voices[locale]),
  },
  {
    name: 'commands/take-handler/also-responder',
    to: 'alone',
    about: [situations.underWay],
    render: (locale) => alsoResponds(situations.underWay.incident.id, voices[locale]),
  },
]

export const samples: Sample[] = [...forms, ...ofOneAction, ...ofOffers, ...ofOneText, ...answers]
