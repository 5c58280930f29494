import { helpMessage, listMessage, notNowMessage, saidMessage, unknownMessage } from '../commands/index.ts'
import { commands } from '../commands/registry.ts'
import { anotherButton } from '../declaration/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { offerMessage, stepMessage, whichMessage } from './direct-messages.ts'
import { foundMessage } from './found.ts'

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
    render: (locale) =>
      whichMessage(
        listMessage(open, voices[locale]),
        { channel: underWay.channel.name, words: long, meant: { is: 'declare', summary: long } },
        voices[locale],
      ),
  },
  {
    name: 'talk/direct/which-step',
    to: 'person',
    about: open.shown,
    render: (locale) =>
      whichMessage(
        listMessage(open, voices[locale]),
        { channel: underWay.channel.name, words: '更新', meant: { is: 'step', verb: 'update' } },
        voices[locale],
      ),
  },
  {
    name: 'talk/step-elsewhere',
    to: 'alone',
    about: open.shown,
    render: (locale) => stepMessage(listMessage(open, voices[locale]), 'recover', voices[locale]),
  },
  { name: 'talk/direct/offer', to: 'person', about: [], render: (locale) => offerMessage(long, voices[locale]) },
]

const at = new Date('2026-11-23T05:00:00Z')

/** What was found, and that nothing was. */
const found: Sample[] = [
  {
    name: 'talk/found/some',
    to: 'alone',
    about: [underWay],
    render: (locale) =>
      foundMessage(
        {
          q: 'ログイン',
          page: {
            cores: [underWay],
            hits: [
              {
                incidentId: underWay.incident.id,
                kind: 'message',
                ref: 'C0INC:1',
                at,
                marked: [
                  { text: 'ﾛｸﾞｲﾝ', hit: true },
                  { text: '画面が <b>白い</b> *です*', hit: false },
                ],
                link: 'https://example.slack.com/archives/C0INC/p1',
              },
              {
                incidentId: underWay.incident.id,
                kind: 'summary',
                ref: 'summary',
                at,
                marked: [
                  { text: 'ログイン', hit: true },
                  { text: long.slice(0, 270), hit: false },
                ],
                link: null,
              },
            ],
          },
          all: 'https://bot.example.com/search?q=%E3%83%AD',
        },
        voices[locale],
        '検索 ログイン',
      ),
  },
  {
    name: 'talk/found/none',
    to: 'alone',
    about: [],
    render: (locale) => foundMessage({ q: '<x>', page: { cores: [], hits: [] } }, voices[locale]),
  },
  {
    name: 'talk/found/how',
    to: 'alone',
    about: [],
    render: (locale) => foundMessage({ q: '', page: { cores: [], hits: [] } }, voices[locale]),
  },
]

export const samples: Sample[] = [...about, ...direct, ...found]
