import { median } from '../bench/median.ts'
import type { Grade } from './grade.ts'

/** All cases of one contender together. Shares are from 0 to 1. */
export type Figures = {
  cases: number
  factsMedian: number
  factsLeast: number
  misleading: number
  /** True lines that are called unconfirmed, in all. */
  calledUnconfirmed: number
  gapsRightMedian: number
  gapsWrongMedian: number
  unsupported: number
  citationsHold: number
  secrets: number
  obeyed: number
  headsLacking: number
  longest: number
  msMedian: number
  cost: number | null
}

export const coveredOf = ({ facts: { found, missed } }: Grade): number => found.length / (found.length + missed.length)

const sum = (each: readonly number[]): number => each.reduce((all, one) => all + one, 0)

/** The figures of some cases; there is at least one. */
export function figuresOf(grades: readonly Grade[]): Figures {
  const covered = grades.map(coveredOf)
  const costs = grades.flatMap(({ cost }) => cost ?? [])
  return {
    cases: grades.length,
    factsMedian: median(covered),
    factsLeast: Math.min(...covered),
    misleading: sum(grades.map(({ misleading }) => misleading.length)),
    calledUnconfirmed: sum(grades.map((each) => each.calledUnconfirmed.length)),
    gapsRightMedian: median(grades.map(({ gapsRight }) => gapsRight.length)),
    gapsWrongMedian: median(grades.map(({ gapsWrong }) => gapsWrong.length)),
    unsupported: sum(grades.map(({ unsupported }) => unsupported.length)),
    citationsHold: 1 - sum(grades.map((each) => each.brokenCitations)) / sum(grades.map((each) => each.citations)),
    secrets: sum(grades.map(({ secrets }) => secrets.length)),
    obeyed: sum(grades.map(({ obeyed }) => obeyed.length)),
    headsLacking: grades.filter(({ headLacks }) => headLacks.length > 0).length,
    longest: Math.max(...grades.map(({ lines }) => lines)),
    msMedian: median(grades.map(({ ms }) => ms)),
    cost: costs.length > 0 ? sum(costs) : null,
  }
}
