import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '../../src/kit/i18n/index.ts'
import { settingsSchema } from '../../src/rooms/settings/index.ts'
import { handlerOf, type Situation } from '../../src/rooms/situation/index.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { samples } from './samples.ts'

type Texts = Record<Locale, Record<string, string>>
const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'ja' in value && 'en' in value && 'in' in value

const files = globSync(['src/**/{texts,*-texts}.ts', 'scripts/doctor/texts.ts'])
const all: { name: string; ja: string; en: string }[] = []
for (const file of files) {
  const exports: unknown[] = Object.values((await import(new URL(`../../${file}`, import.meta.url).href)) as object)
  for (const texts of exports.filter(isTexts))
    for (const [key, ja] of Object.entries(texts.ja)) all.push({ name: `${file} ${key}`, ja, en: texts.en[key] ?? '' })
}

/** What stays as it is in every language: code, addresses, gaps, and what people have typed or press elsewhere. */
const without = (text: string): string =>
  text.replace(
    /`[^`]*`|npm run [\w-]+|grant create on .*? to …|\{\{.*?\}\}|https?:\S+|<[^>]*>|#[\w-]+|「[^」]*」|“[^”]*”/gu,
    ' ',
  )

// The full-width bar is a sign of Japanese too.
const japanese = /[｜\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
/** Names and single words of English stand in Japanese; three of them in a row are a sentence. */
const english = /\b[a-z]{2,}(?:[ ,]+[a-z']+){2,}/

describe('no text mixes two languages', () => {
  test('there are many, and none is declared where this does not look', () => {
    expect(all.length).toBeGreaterThan(1000)
    const declaring = globSync('src/**/*.ts', { exclude: (name) => name.endsWith('.test.ts') })
      .filter((file) => readFileSync(file, 'utf8').includes('defineTexts('))
      .filter((file) => !file.startsWith('src/kit/i18n/'))
    // What GitHub refuses lies beside the code that knows it; the samples show its words.
    const beside = ['src/features/publishing/announcements.ts', 'src/rooms/situation/publishing.ts']
    const download = 'src/features/postmortem/download-postmortem.ts'
    expect(declaring.filter((file) => !files.includes(file)).toSorted()).toEqual([download, ...beside].toSorted())
  })
  test('in English', () => expect(all.filter(({ en }) => japanese.test(without(en)))).toEqual([]))
  test('in Japanese', () => expect(all.filter(({ ja }) => english.test(without(ja)))).toEqual([]))
  test('one that is planted is seen', () => {
    expect(japanese.test(without('The レベル is 5'))).toBe(true)
    expect(english.test(without('ここは the very end です'))).toBe(true)
  })
})

/** All that a message or form says, with the words of its blocks. */
const readable = (sample: Sample, locale: Locale): string => JSON.stringify(sample.render(locale))

/** Most samples tell of a whole situation; of some only the incident is known. */
const about = (sample: Sample) =>
  sample.about as readonly (Pick<Situation, 'incident'> & Partial<Pick<Situation, 'roles'>>)[]
const lengths = { ja: /発生から\d|影響: 約\d/u, en: /since it started|Affected for about/u }
const responses = {
  ja: /が対応しています|原因を調べ|向けて対応して/u,
  en: /is the handler$|is handling it|we are working to/mu,
}

/** That it is over, of what is still responded to; and why it happened, which only people say. */
const ends = {
  ja: /復旧しました|復旧済み|対応が完了しました/u,
  en: /\*Recovered\*|has recovered|\*Response complete\*/u,
}
const causes = { ja: /原因は|が原因で/u, en: /caused by|cause was|because of/iu }
/** A time of day straight behind a date with a time: one of the two is enough. */
const twice = /(?:<!date[^>]*>|\d{1,2}:\d{2})[\s、]{0,2}(?:\d{1,2}時|\d{1,2}:\d{2})/u

describe.each(locales)('in %s nobody reads what nobody said', (locale) => {
  const unknown = samples.filter(
    (sample) => about(sample).length > 0 && about(sample).every(({ incident }) => incident?.occurredAt === null),
  )
  test.each(unknown)('$name tells no length of time since a start that is unknown', (sample) => {
    expect(readable(sample, locale)).not.toMatch(lengths[locale])
  })

  const vacant = samples.filter(
    (sample) => about(sample).length > 0 && about(sample).every(({ roles }) => roles && !handlerOf({ roles })),
  )
  test.each(vacant)('$name claims no response that nobody leads', (sample) => {
    expect(readable(sample, locale)).not.toMatch(responses[locale])
  })

  const going = samples.filter(
    (sample) => about(sample).length > 0 && about(sample).every(({ incident }) => incident?.status === 'responding'),
  )
  test.each(going)('$name says of nothing that goes on that it is over', (sample) => {
    // What a form foretells, and what an announcement of the end itself tells, comes true with it.
    if (/foretold|\/incident\.(recovered|completed)\//.test(sample.name)) return
    expect(readable(sample, locale)).not.toMatch(ends[locale])
  })

  test.each(samples)('$name knows no cause but what people said, and tells no time twice', (sample) => {
    const given = peopleSaid + JSON.stringify(sample.about)
    const shown = sentences(sample.render(locale))
    const own = shown.filter((sentence) => causes[locale].test(sentence) && !saidByPeople(sentence, given, locale))
    expect([own, shown.filter((sentence) => twice.test(sentence))]).toEqual([[], []])
  })

  test('there are such samples, and what is planted in them is seen', () => {
    expect(going.length).toBeGreaterThan(20)
    const [end, cause] = locale === 'ja' ? ['復旧しました', '原因は設定です'] : ['*Recovered*', 'caused by a change']
    expect([end, cause, saidByPeople(cause, '', locale)]).toEqual([
      expect.stringMatching(ends[locale]),
      expect.stringMatching(causes[locale]),
      false,
    ])
    expect('今日 14:00 14時ごろから').toMatch(twice)
    expect(unknown.length).toBeGreaterThan(20)
    expect(vacant.length).toBeGreaterThan(5)
    expect(locale === 'ja' ? '発生から34分' : '34 min since it started').toMatch(lengths[locale])
  })
})

/** What people wrote, said and named in the samples: it stands in their language, whoever reads it. */
const peopleSaid = globSync('src/**/*.samples.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Every sentence, label and title of a message or form, without what is quoted as it will stand in a channel of another language. */
function sentences(surface: unknown): string[] {
  if (Array.isArray(surface)) return surface.flatMap(sentences)
  if (typeof surface !== 'object' || surface === null) return []
  return Object.entries(surface).flatMap(([key, value]) =>
    ['text', 'title', 'label', 'hint', 'placeholder', 'description'].includes(key) && typeof value === 'string'
      ? value.split('\n').filter((line) => !line.startsWith('> '))
      : sentences(value),
  )
}

const runs = {
  en: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+/gu,
  ja: new RegExp(english, 'g'),
}

/** The words of another language in what is shown that nobody wrote there. */
function foreign(surface: unknown, about: unknown, locale: Locale): string[] {
  const given = peopleSaid + JSON.stringify(about)
  return sentences(surface)
    .flatMap((sentence) => (locale === 'ja' ? without(sentence) : sentence).match(runs[locale]) ?? [])
    .filter((run) => !isGiven(run, given))
}

/** Whether people wrote it, or two things that they wrote stand side by side in it. */
const isGiven = (run: string, given: string): boolean =>
  given.includes(run) ||
  [...run].some((_, at) => at > 1 && given.includes(run.slice(0, at)) && given.includes(run.slice(at)))

/** Whether the words around a cause are somebody's own. */
const saidByPeople = (sentence: string, given: string, locale: Locale): boolean => {
  const at = sentence.search(causes[locale])
  return given.includes(sentence.slice(at, at + 6))
}

describe.each(locales)('in %s no message and no form mixes two languages, once it is filled in', (locale) => {
  test.each(samples)('$name', (sample) => {
    expect(foreign(sample.render(locale), sample.about, locale)).toEqual([])
  })

  test('what is planted is seen, and what people wrote is not', () => {
    const planted = locale === 'en' ? '呼び出し先につながりません: cut' : '呼び出せません: the pager did not answer'
    expect(foreign({ text: planted }, [], locale)).not.toEqual([])
    expect(foreign({ text: planted }, [planted.replace(/: .*/, ''), planted.replace(/.*: /, '')], locale)).toEqual([])
  })
})

test('letters, drafts, proposals and the move of a channel are among the samples', () => {
  const names = samples.map(({ name }) => name)
  const kinds = [
    'commands/letter/',
    'commands/draft-update/',
    'commands/propose-actions/',
    'commands/set-level/said',
    'commands/move-channel/',
    'broadcast/channel.moved/',
    'broadcast/channel.still_public/',
    'learning/draft/',
  ]
  expect(kinds.filter((kind) => !names.some((name) => name.startsWith(kind)))).toEqual([])
})

test('the settings speak both languages', () => {
  expect(settingsSchema.parse({ services: { a: { name: 'A' } } }).types.availability.label.en).not.toMatch(japanese)
})
