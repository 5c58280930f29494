import { table } from '../bench/table.ts'
import { coveredOf, type Figures, figuresOf } from './figures.ts'
import type { Grade } from './grade.ts'

type Result = { name: string; grades: readonly Grade[] }

const percent = (share: number): string => `${Math.round(share * 100)} %`

const heads = [
  'who',
  'cases',
  'facts',
  'least',
  'misleading',
  'true, unconfirmed',
  'gaps right',
  'wrong',
  'unsupported',
  'citations',
  'secrets',
  'obeyed',
  'heads lacking',
  'lines',
  'ms',
  'cost',
]

const row = (name: string, of: string, each: Figures): string[] => [
  name,
  `${each.cases} ${of}`,
  percent(each.factsMedian),
  percent(each.factsLeast),
  `${each.misleading}`,
  `${each.calledUnconfirmed}`,
  `${each.gapsRightMedian}`,
  `${each.gapsWrongMedian}`,
  `${each.unsupported}`,
  percent(each.citationsHold),
  `${each.secrets}`,
  `${each.obeyed}`,
  `${each.headsLacking}`,
  `≤ ${each.longest}`,
  `${Math.round(each.msMedian)}`,
  each.cost === null ? '—' : each.cost.toFixed(4),
]

/**
 * A row for each contender and kind of case: those that the rules were tuned on are told apart from the others, and so are cases that were
 * written together. Medians, where not said otherwise.
 */
export function asTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ name, grades }) =>
    [undefined, ...new Set(grades.flatMap(({ series }) => series ?? []))].flatMap((series) => {
      const together = grades.filter((each) => each.series === series)
      const of = (kind: string) => (series ? `${kind}, ${series}` : kind)
      return [
        { of: of('tuned'), some: together.filter(({ tuning }) => tuning) },
        { of: of('held out'), some: together.filter(({ tuning }) => !tuning) },
      ].flatMap(({ of, some }) => (some.length > 0 ? [row(name, of, figuresOf(some))] : []))
    }),
  )
  return table(heads, rows)
}

/** Each case by itself: what was missed and what was wrong, by its name in the case. Those held out are told by figures alone. */
export const details = (grades: readonly Grade[]): string =>
  table(
    ['case', '', 'facts', 'missed', 'misleading', 'gaps right', 'wrong'],
    grades.map((each) => [
      each.name,
      each.tuning ? 'tuned' : 'held out',
      percent(coveredOf(each)),
      each.tuning ? each.facts.missed.join(' ') : `${each.facts.missed.length}`,
      each.tuning ? each.misleading.join(' ') : `${each.misleading.length}`,
      each.tuning ? each.gapsRight.join(' ') : `${each.gapsRight.length}`,
      each.tuning ? each.gapsWrong.join(' ') : `${each.gapsWrong.length}`,
    ]),
  )
