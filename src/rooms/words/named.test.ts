import { expect, test } from 'vitest'
import { namedIn } from './named.ts'

const levels = [
  { value: 'level3', names: ['レベル3（中）', 'Level 3'] },
  { value: 'level4', names: ['レベル4（大）', 'Level 4'] },
]
const teams = [
  { value: 'database', names: ['データベース', 'Database'] },
  { value: 'platform', names: ['データベース基盤', 'Database platform'] },
  { value: 'legal', names: ['法務', 'Legal and compliance'] },
]

test.each([
  ['レベル4（大）', levels, { value: 'level4', isAll: true }],
  ['ﾚﾍﾞﾙ4（大）に', levels, { value: 'level4', isAll: true }],
  ['level 3', levels, { value: 'level3', isAll: true }],
  ['ＬＥＶＥＬ　４', levels, { value: 'level4', isAll: true }],
  ['データベースチームを', teams.slice(0, 1), { value: 'database', isAll: true }],
  // Of two that are named, the longer name is meant: the shorter stands in it.
  ['データベース基盤', teams, { value: 'platform', isAll: true }],
  ['the Database platform team', teams, { value: 'platform', isAll: false }],
  // A part of one name alone.
  ['compliance', teams, { value: 'legal', isAll: true }],
  ['法務に', teams, { value: 'legal', isAll: true }],
  // The name stands beside other words: they are a reason.
  ['level 4 because every shop is down', levels, { value: 'level4', isAll: false }],
  ['レベル4（大）、全店で止まっているため', levels, { value: 'level4', isAll: false }],
] as const)('%s names one of several', (words, things, named) => {
  expect(namedIn(words, things)).toEqual(named)
})

test.each([
  ['', teams],
  ['を に', teams],
  ['d', teams],
  // A part of the names of two.
  ['data', teams],
  ['level', levels],
  ['営業', teams],
  ['compliance', []],
] as const)('%s names none', (words, things) => expect(namedIn(words, things)).toBeUndefined())
