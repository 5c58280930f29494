import { describe, expect, it } from 'vitest'
import { defineTexts, localeOf, overrideTexts, textNames } from './index.ts'

const texts = defineTexts('i18n-test', {
  ja: { greet: 'こんにちは、{{name}}さん', 'greet.short': 'やあ', people: '{{count}}人' },
  en: {
    greet: 'Hello {{name}}',
    'greet.short': 'Hi',
    people: '{{count}} people',
    people_one: '{{count}} person',
    people_other: '{{count}} people',
  },
})

describe('texts', () => {
  it('speak both languages and fill the gaps as they are', () => {
    expect(texts.in('ja')('greet', { name: '<佐藤>' })).toBe('こんにちは、<佐藤>さん')
    expect(texts.in('en')('greet', { name: 'Alice & Bob' })).toBe('Hello Alice & Bob')
  })
  it('take dots in a key as part of the key', () => {
    expect(texts.in('en')('greet.short')).toBe('Hi')
  })
  it('count in English', () => {
    expect(texts.in('en')('people', { count: 1 })).toBe('1 person')
    expect(texts.in('en')('people', { count: 2 })).toBe('2 people')
    expect(texts.in('ja')('people', { count: 1 })).toBe('1人')
  })
  it("can be replaced by a company's own words, and taken back", () => {
    expect(textNames()).toContain('i18n-test.greet.short')
    overrideTexts({ 'i18n-test.greet.short': { ja: 'よう' } })
    expect(texts.in('ja')('greet.short')).toBe('よう')
    expect(texts.in('en')('greet.short')).toBe('Hi')
    overrideTexts({})
    expect(texts.in('ja')('greet.short')).toBe('やあ')
  })
  it('that say nothing are nothing, and not their names', () => {
    overrideTexts({ 'i18n-test.greet.short': { ja: '' } })
    expect(texts.in('ja')('greet.short')).toBe('')
    overrideTexts({})
  })
})

describe('a person’s language', () => {
  it('follows Slack’s locale, and the workspace where there is none', () => {
    expect(localeOf('ja-JP', 'en')).toBe('ja')
    expect(localeOf('de-DE', 'ja')).toBe('en')
    expect(localeOf(undefined, 'ja')).toBe('ja')
  })
})
