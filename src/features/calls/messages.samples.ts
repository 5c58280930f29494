import type { Call } from '../../rooms/calls/index.ts'
import { type FactOf, person } from '../../rooms/facts/index.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { callElsewhereMessage, releasedMessage, rollCallMessage } from './messages.ts'

const at = new Date('2026-11-23T14:20:00+09:00')
const nasty = '<!channel> *太字* & <@U0SATO> 👩‍👩‍👧‍👦 決済の DB を見てほしい\n'.repeat(40).slice(0, 1000)
const call = (change: Partial<Call> = {}): Call => ({
  n: 1,
  by: 'U0SATO',
  at,
  function: 'database',
  reason: '接続数の上限を上げたい',
  channels: ['C0DBA'],
  answers: [
    { userId: 'U0ITO', answer: 'coming', at },
    { userId: 'U0WATANABE', answer: 'declined', at },
  ],
  ...change,
})
const called = (userId: string) => ({ userId, reason: 'called:1', skipped: null })
const few = {
  ...situations.underWay,
  people: [...['U0ITO', 'U0WATANABE', 'U0BOB'].map(called), { ...called('U0GUEST'), skipped: 'guest' as const }],
}
const many = {
  ...situations.underWay,
  people: Array.from({ length: 300 }, (_, index) => called(`U0MEMBER${String(index).padStart(3, '0')}`)),
}
const released: FactOf<'calls.released'> = {
  id: 'fct_00000000000000000000000001',
  subject: 'incident:inc_00000000000000000000000001',
  type: 'calls.released',
  n: 1,
  at,
  actor: person('U0SATO'),
  data: { people: ['U0ITO'], note: '明日の朝、また状況を共有します' },
}

const rolls = {
  function: [call(), few],
  people: [call({ function: null, reason: null, answers: [] }), few],
  many: [call({ answers: many.people.slice(0, 40).map(({ userId }) => ({ userId, answer: 'coming', at })) }), many],
  longest: [call({ reason: nasty }), few],
  drill: [call(), { ...few, incident: situations.drill.incident }],
  secret: [call({ channels: [] }), { ...few, incident: situations.secret.incident }],
  recovered: [call(), { ...few, incident: situations.recovered.incident }],
  over: [call(), { ...few, incident: situations.completed.incident }],
} as const

export const samples: Sample[] = [
  ...Object.entries(rolls).map(([name, [each, situation]]) => ({
    name: `roll-call/call/${name}`,
    to: 'channel' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => rollCallMessage(each, situation, voices[locale]),
  })),
  ...(['function', 'longest', 'drill', 'secret'] as const).map((name) => ({
    name: `roll-call/elsewhere/${name}`,
    to: 'elsewhere' as const,
    about: [rolls[name][1]],
    render: (locale: 'ja' | 'en') => callElsewhereMessage(rolls[name][0], rolls[name][1], voices[locale]),
  })),
  {
    name: 'roll-call/released',
    to: 'person',
    about: [situations.underWay],
    render: (locale) => releasedMessage(released, situations.underWay, voices[locale]),
  },
  {
    name: 'roll-call/released/longest',
    to: 'person',
    about: [situations.drill],
    render: (locale) =>
      releasedMessage({ ...released, data: { ...released.data, note: nasty } }, situations.drill, voices[locale]),
  },
]
