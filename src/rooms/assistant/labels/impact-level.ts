import type { Level } from '../../settings/index.ts'
import { normal } from '../extract/sentences.ts'

/** How far something reaches, by the words that say so in either language. */
const reaches = {
  none: /影響(?:は|が)?(?:な[いし]|ありません|ございません)|\bno (?:users?|customers?)\b|\bno (?:customer |user )?impact\b/u,
  all: /全(?:員|面|社|て|ユーザー|利用者|顧客|お客様)|すべて|全滅|\b(?:all|every|everyone|everything|nobody|no one|entire(?:ly)?)\b/u,
  many: /多く|多数|大半|大勢|大部分|ほとんど|\b(?:many|most|majority)\b/u,
  part: /一部|数(?:名|人|社|件)|\b(?:some|a few|several|part of|partly)\b/u,
} as const
type Reach = keyof typeof reaches

/** What weakens or denies what is said of it. */
const unsure =
  /おそれ|かもしれ|可能性|不明|確認中|調査中|わから|分から|割|[0-9](?:%|分の)|\b(?:may|might|maybe|unknown|unclear|checking|possibly|not|of all|half|third|quarter|percent)\b/u

const reachesIn = (words: string): Reach[] => {
  const norm = normal(words)
  return (Object.keys(reaches) as Reach[]).filter((reach) => reaches[reach].test(norm))
}

/**
 * The level whose description says the same of how far it reaches as what was stated of the impact; undefined where several do, where none
 * does, or where the words are unsure. The company’s own descriptions decide: a word of ours is no level.
 */
export function impactLevel(impact: string, steps: readonly Level[]): string | undefined {
  if (unsure.test(normal(impact))) return undefined
  const [reach, ...others] = reachesIn(impact)
  if (reach === undefined || others.length > 0) return undefined
  const fitting = steps.filter(({ description }) => {
    const said = description ? [description.ja, description.en].flatMap(reachesIn) : []
    return said.includes(reach)
  })
  const [only, ...more] = fitting
  return more.length === 0 ? only?.key : undefined
}
