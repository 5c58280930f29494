import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimsIn } from './answer.ts'
import { checkClaims, type Ground } from './check.ts'
import type { Evidence } from './evidence.ts'
import { lengths, sectionParts } from './evidence.ts'
import { isIn } from './language.ts'

const said = (key: string, words: string, at = '2026-11-23T05:02:00Z', author = 'sato'): Evidence => ({
  key,
  words,
  author,
  place: null,
  isPinned: false,
  at: new Date(at),
})

const ground: Ground = {
  evidence: [
    said('m1', '決済 API が５０３を返しています。１，５００件くらい失敗'),
    said('m2', 'rolled back payments-api to v2.3.1 at 05:10 UTC'),
    said('m3', 'Redis かもしれない'),
    said('m4', '三万人分の顧客に影響はありません'),
    said('m5', '@tanaka が 午後2時20分 に切り替えます'),
  ],
  people: ['sato', 'tanaka', '鈴木'],
  timeZone: 'Asia/Tokyo',
}

const verdict = (words: string, ...sources: string[]) => {
  const [only] = checkClaims([{ words, sources, isAssumption: false, part: 'whole' }], ground)
  return only?.checked?.standing ?? only?.fault
}

test.each([
  ['決済 API が 503 を返している', ['m1'], 'fact'],
  ['1500件が失敗した', ['m1'], 'fact'],
  ['千五百件が失敗した', ['m1'], 'fact'],
  ['About 1.5k requests failed', ['m1'], 'fact'],
  ['1600件が失敗した', ['m1'], 'number'],
  ['14:02 に sato が報告した', ['m1'], 'fact'],
  ['14:03 に報告した', ['m1'], 'time'],
  ['payments-api was rolled back to v2.3.1 at 14:10', ['m2'], 'fact'],
  ['payments-api was rolled back to v2.3.2', ['m2'], 'number'],
  ['payments-api was rolled back at 14:11', ['m2'], 'time'],
  ['Redis が落ちた', ['m3'], 'assumed'],
  ['Redis かもしれない', ['m3'], 'fact'],
  ['30000人に影響はありません', ['m4'], 'fact'],
  ['3万人に影響している', ['m4'], 'assumed'],
  ['tanaka が 14:20 に切り替える', ['m5'], 'fact'],
  ['鈴木が切り替える', ['m5'], 'person'],
  ['Kafka が落ちた', ['m3'], 'name'],
  ['障害の原因は v2.3.1', ['m2'], 'assumed'],
  ['503 because of payments-api', ['m1', 'm2'], 'assumed'],
  ['何かが起きた', [], 'no-source'],
  ['決済が止まった', ['m1', 'm99'], 'unknown-source'],
] as const)('%s (%j): %s', (words, sources, expected) => expect(verdict(words, ...sources)).toBe(expected))

test('a sentence without a living source is never a fact, whatever it says', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (words, keys) => {
      const sources = keys.filter((key) => !ground.evidence.some((each) => each.key === key))
      const [only] = checkClaims([{ words, sources, isAssumption: false, part: 'whole' }], ground)
      expect(only?.checked).toBeUndefined()
    }),
  )
})

test('an answer is read out of a fence, and what has another shape is none', () => {
  const answer = '{"statements":[{"words":"x","sources":["m1"]}]}'
  expect(claimsIn(`\`\`\`json\n${answer}\n\`\`\``, lengths)).toEqual([
    { words: 'x', sources: ['m1'], isAssumption: false, part: 'whole' },
  ])
  const forGaps =
    '{"statements":[{"words":"x","sources":["m1"],"part":"trigger"},{"words":"y","sources":["m1"],"part":"x"}]}'
  expect(claimsIn(forGaps, sectionParts)?.map(({ part }) => part)).toEqual(['trigger'])
  expect(claimsIn(forGaps, lengths)).toEqual([])
  expect(claimsIn(answer.slice(0, 30), lengths)).toBeUndefined()
  expect(claimsIn('I cannot help with that', lengths)).toBeUndefined()
  expect(claimsIn('{"statements":[{"words":1}]}', lengths)).toBeUndefined()
})

test('which language a text is in', () => {
  expect(isIn('ja', '決済 API が 503 を返しています')).toBe(true)
  expect(isIn('ja', 'The payments API returns 503')).toBe(false)
  expect(isIn('ja', '支付接口返回错误')).toBe(false)
  expect(isIn('en', 'The payments API returns 503 (決済)')).toBe(true)
  expect(isIn('en', '決済 API が 503 を返しています')).toBe(false)
})
