import { type FactData, type FactOf, person } from '../../rooms/facts/index.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { ladderForm, type Told } from './ladder.ts'

const fact = <Type extends Told['type']>(type: Type, data: FactData[Type]) =>
  ({
    id: 'fct_00000000000000000000000003',
    subject: 'incident:inc_00000000000000000000000001',
    n: 1,
    type,
    data,
    at: new Date('2026-11-25T10:05:00+09:00'),
    actor: person('U0SATO'),
  }) as unknown as FactOf<Type>

const every: Told[] = [
  fact('ladder.assigned', { from: null, to: 'U0ALICE', due: '2026-11-30' }),
  fact('ladder.postponed', { from: '2026-11-30', to: '2026-12-07', reason: '恒久対応の結果を見てから書く' }),
  fact('ladder.review_planned', {
    n: 1,
    startsAt: '2026-11-27T05:00:00Z',
    minutes: 60,
    people: ['U0SATO'],
    from: null,
  }),
  fact('ladder.review_held', { n: 1 }),
  fact('ladder.review_waived', { n: 1, reason: '文書の上で済んだ' }),
  fact('ladder.published', { link: null }),
  fact('ladder.published', { link: `https://wiki.example.com/${'%E9%9A%9C'.repeat(160)}?a=1&b=2` }),
  fact('ladder.waived', { reason: '<!channel> & '.repeat(70) }),
]

const { recovered, completed } = situations
const names = new Map([
  ['U0SATO', '佐藤 健'],
  ['U0ALICE', 'Alice Martin'],
])
const severe = { ...recovered, incident: { ...recovered.incident, level: 'level5' } }
const mild = { ...completed, incident: { ...completed.incident, level: 'level1', postmortemOwner: null } }
const drill = { ...recovered, incident: { ...recovered.incident, kind: 'drill' } } as const

export const samples: Sample[] = (
  [
    ['fresh', recovered, []],
    ['severe', severe, every],
    ['mild', mild, every.slice(0, 2)],
    ['drill', drill, []],
    ['many', severe, Array.from({ length: 60 }, (_, at) => every[at % every.length] as Told)],
  ] as const
).map(([name, situation, facts]) => ({
  name: `ladder/overview/${name}`,
  to: 'form',
  about: [situation],
  render: (locale) => ladderForm(situation, facts, { ...voices[locale], names }),
}))
