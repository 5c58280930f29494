import { helpMessage, listMessage, notNowMessage, saidMessage, unknownMessage } from '../commands/index.ts'
import { commands } from '../commands/registry.ts'
import { anotherButton } from '../declaration/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { offerMessage, whichMessage } from './direct-messages.ts'

const { underWay, longest, recovered } = situations
const said = { thing: { argument: null }, heard: {} }
const long = 'とても長い <言葉> & *記号* '.repeat(300)

/** What is answered to words about an incident. */
const about: Sample[] = Object.entries({ underWay, longest, recovered }).flatMap(([state, situation]) =>
  (
    [
      ['help', (about) => helpMessage(about)],
      ['sure', (about) => saidMessage([{ ...said, command: commands.update, heard: { text: long } }], true, about)],
      ['maybe', (about) => saidMessage([{ ...said, command: commands.recover }], false, about)],
      [
        'several',
        (about) =>
          saidMessage(
            [1, 2, 3, 4, 5].map((n) => ({
              command: commands['done-todo'],
              thing: { argument: `todo_${n}`, name: `${n}. ログを集める` },
              heard: {},
            })),
            false,
            about,
          ),
      ],
      ['not-now', (about) => notNowMessage([commands.complete], about)],
      ['unknown', (about) => unknownMessage(long, { ...about, another: anotherButton(about.voice, long) })],
    ] satisfies [string, (about: Parameters<typeof helpMessage>[0]) => ReturnType<typeof helpMessage>][]
  ).map(([name, render]) => ({
    name: `talk/${name}/${state}`,
    to: 'alone' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') =>
      render({ situation, voice: voices[locale], another: anotherButton(voices[locale]) }),
  })),
)

const open = { shown: [underWay, longest], more: 3 }

/** What is answered to a direct message that does not say which incident it is about. */
const direct: Sample[] = [
  {
    name: 'talk/direct/which',
    to: 'person',
    about: open.shown,
    render: (locale) => whichMessage(listMessage(open, voices[locale]), voices[locale]),
  },
  { name: 'talk/direct/offer', to: 'person', about: [], render: (locale) => offerMessage(long, voices[locale]) },
]

export const samples: Sample[] = [...about, ...direct]
