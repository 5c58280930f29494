import { median, percentile } from '../median.ts'
import type { Row } from '../table.ts'
import type { Answered } from './ask.ts'
import { sumOf } from './pages.ts'
import { groups } from './questions.ts'

/** A size that was asked: what it is called, and how many times as large as the one before. */
export type Asked = { where: string; answered: readonly Answered[] }

/** Rows of figures: each group, then each question, the slowest first; how many pages each touches, and how that grows from `before`. */
export function inRows({ where, answered }: Asked, aim: number, before?: Asked): Row[] {
  const summary = [...groups, undefined].map((group): Row => {
    const chosen = answered.filter((each) => group === undefined || each.group === group)
    const warm = chosen.flatMap((each) => each.warm)
    const cold = chosen.map((each) => each.cold)
    return [
      `${where}: ${group ?? 'all'}, ${chosen.length}`,
      `p95 ${ms(percentile(warm, 0.95))}`,
      `p50 ${ms(median(warm))}, worst ${ms(Math.max(...warm))}; cold p95 ${ms(percentile(cold, 0.95))}, worst ${ms(Math.max(...cold))}`,
      '',
      group === undefined ? `p95 ≤ ${aim} ms, worst ≤ ${aim * 2.5} ms` : '',
    ]
  })
  const slowest = answered.toSorted((a, b) => percentile(b.warm, 0.95) - percentile(a.warm, 0.95))
  return [...summary, ...slowest.map((each) => rowOf(each, before))]
}

function rowOf({ group, name, cold, warm, touched }: Answered, before?: Asked): Row {
  const earlier = before?.answered.find((each) => each.group === group && each.name === name)
  const pages = sumOf(touched)
  return [
    `  ${group}: ${name}`,
    `p95 ${ms(percentile(warm, 0.95))}`,
    `p50 ${ms(median(warm))}, worst ${ms(Math.max(...warm))}, cold ${ms(cold)}${pages ? `, ${pages} pages` : ''}`,
    earlier ? `pages × ${(pages / sumOf(earlier.touched)).toFixed(1)}` : '',
    '',
  ]
}

const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`

/** A question may touch so many times as many pages, and so many beside, where there is six times as much of everything. */
const most = { times: 3, more: 1_000 }

/** The questions whose work grows with the tables, each with the statement that touches most. */
export function growing(before: readonly Answered[], after: readonly Answered[]): string[] {
  return after.flatMap(({ group, name, touched, grows }) => {
    const earlier = before.find((each) => each.group === group && each.name === name)
    const [was, is] = [sumOf(earlier?.touched ?? []), sumOf(touched)]
    if (grows || is <= was * most.times + most.more) return []
    const [worst] = touched
    return [`${group}: ${name}: ${is} pages instead of ${was}, ${worst?.pages} of them by ${worst?.sql.slice(0, 600)}`]
  })
}
