import { assistantSamples } from '../../features/assistant/forms.samples.ts'
import { alsoResponds, leadTaken } from '../../features/roles/answers.ts'
import { type Beside, type Command, nothingBeside } from '../faces/command.ts'
import type { Pager } from '../settings/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import type { Situation } from '../situation/situation.ts'
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

const inSettings = (pager: Omit<Pager, 'kind' | 'url' | 'secretEnv'>): Pager => ({
  kind: 'pagerduty',
  url: 'https://pager.example.com',
  secretEnv: 'PAGER_KEY',
  ...pager,
})
const pagers = {
  duty: inSettings({ name: { ja: '当番', en: 'On-call' }, reads: { url: '', keyEnv: 'READ_KEY', policy: null } }),
  oncall: inSettings({ name: null, reads: null }),
}
const paging: Situation = {
  ...situations.underWay,
  pages: situations.underWay.pages.map((each) => ({ ...each, event: 'trigger' as const })),
  onCall: [
    {
      pager: 'duty',
      people: [
        { level: 1, name: 'Suzuki' },
        { level: 2, name: 'Takahashi' },
      ],
      readAt: now,
      error: null,
    },
  ],
}

/** Forms of paging, where the settings know pagers. */
const ofPagers: Sample[] = (['call-people', 'page', 'answer-page'] as const).map((verb) => ({
  name: `commands/${verb}/pagers`,
  to: 'form' as const,
  about: [paging],
  render: (locale: 'ja' | 'en') => {
    const voice = { ...voices[locale], settings: { ...voices[locale].settings, pagers } }
    const view = (commands[verb] as Command).form?.(paging, voice, now, null, beside)
    if (!view) throw new Error(`No form of ${verb}`)
    return view
  },
}))

/** What is looked up for a form: people for the one that says who loses the right to know, incidents for all others. */
function besideOf({ verb }: Command, state: string): Beside {
  if (verb !== 'set-visibility') return beside
  const count = { underWay: 2, longest: 500 }[state] ?? 0
  const people = Array.from({ length: count }, (_, n) => `U0MEMBER${String(n + 1).padStart(3, '0')}`)
  return { ...beside, choices: people.map((value) => ({ value, text: value })) }
}

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
        const view = command.form?.(situations[state], voices[locale], now, null, besideOf(command, state))
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

export const samples: Sample[] = [
  ...forms,
  ...ofOneAction,
  ...ofOffers,
  ...ofOneText,
  ...ofPagers,
  ...answers,
  ...assistantSamples,
]
