import { expect, test } from 'vitest'
import { isForCustomers } from './for-customers.ts'

test.each([
  '一部のお客様において、決済の3割が失敗する事象が発生しております。',
  'お手数ですが、再度お手続きくださいますようお願いいたします。ご不明な点は窓口までお問い合わせください。',
])('a notice is written like this: %s', (words) => {
  expect(isForCustomers(words, 'ja')).toBe(true)
})

test.each([
  '決済の3割が失敗している。',
  '決済が失敗しています！',
  '@sato さんが対応しています。',
  '直しました 🎉',
  '決済がやばいです。',
  '',
])('and not like this: %s', (words) => {
  expect(isForCustomers(words, 'ja')).toBe(false)
})

test.each([
  ['About a third of card payments fail.', true],
  ['Please try again. No further action is needed.', true],
  ["We're seeing a third of payments fail.", false],
  ['payments fail', false],
  ['Payments fail, see #inc-4.', false],
])('in English: %s', (words, isFit) => {
  expect(isForCustomers(words, 'en')).toBe(isFit)
})
