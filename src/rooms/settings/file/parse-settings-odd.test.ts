import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parseSettings } from './parse-settings.ts'
import { formatProblems } from './problem.ts'

/** The sample, which says something in every part. */
const sample: unknown = parse(readFileSync('sssbot.yaml', 'utf8'))

type Step = string | number

/** Every place of a file, from the whole of it down to each value. */
const placesIn = (value: unknown, path: readonly Step[] = []): Step[][] => [
  [...path],
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
]

/** The same with another value at one place. */
function withValue(value: unknown, [step, ...rest]: readonly Step[], other: unknown): unknown {
  if (step === undefined) return other
  if (Array.isArray(value)) return value.map((each, at) => (at === step ? withValue(each, rest, other) : each))
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, each]) => [key, key === step ? withValue(each, rest, other) : each]),
  )
}

/** What a file of 0.3, edited by hand for a year, has at depth. */
const odd: readonly unknown[] = [null, [null], { a: null }, [[1]], {}, 7, '', true, Number.NaN, { constructor: 1 }]

/** What zod or JavaScript say, and no person. */
const jargon = /Invalid|expected|undefined|\[object|正しくありません/

test('whatever stands at a place of a file, it holds, or what to do about it is said with its place, in both languages', () => {
  for (const [index, place] of placesIn(sample).entries()) {
    const text = stringify(withValue(sample, place, odd[index % odd.length]))
    const read = parseSettings(text, 'sssbot.yaml')
    if (read.ok) continue
    expect(read.problems.length).toBeGreaterThan(0)
    for (const locale of ['ja', 'en'] as const) {
      const said = formatProblems(read.problems, locale)
      expect(said, place.join('.')).not.toMatch(jargon)
      for (const line of said.split('\n')) expect(line).toMatch(/^sssbot\.yaml:\d+:\d+ {2}\S/)
    }
  }
})

test.each([
  [
    'a part that nobody knows, with nothing in it',
    'services: { a: { name: A } }\nnotfy:\n',
    /2:1 {2}notfy: .*did you mean "notify"/,
  ],
  [
    'a service of a name that JavaScript keeps',
    'services: { a: { name: A }, __proto__: { name: B } }\n',
    /services\.__proto__: this name cannot be used/,
  ],
  [
    'the same deep down',
    'services: { a: { name: A } }\nfunctions: { db: { name: D, __proto__: {} } }\n',
    /functions\.db\.__proto__: this name/,
  ],
  [
    'a value of a list of words left out',
    'services: { a: { name: A } }\ntimekeeper: { overdue: [{ after: 1m }] }\n',
    /overdue\[0\]\.tell: is missing — use one of/,
  ],
  ['no number where a text stands', 'services: { a: { name: .nan } }\n', /must be a text, not NaN/],
])('%s is named', (_what, text, said) => {
  const read = parseSettings(text, 'sssbot.yaml')
  expect(read.ok ? 'taken' : formatProblems(read.problems, 'en')).toMatch(said)
})

test('a service may be called as what every object has, and is its own', () => {
  const read = parseSettings('services: { constructor: { name: C } }\n', 'sssbot.yaml')
  expect(read.ok && [Object.keys(read.settings.services), read.settings.services.valueOf]).toEqual([
    ['constructor'],
    undefined,
  ])
})

const services = 'services:\n  a:\n    name: A\n'

test.each([
  ['an alias that stands within what it names', 'services: &all\n  a: *all\n', /within what it names/],
  ['the same in a list', `${services}notify: &all [*all]\n`, /within what it names/],
  ['bytes', 'services:\n  a:\n    name: !!binary aGk=\n', /a tag of YAML/],
  ['a set', 'services: !!set {a}\n', /a tag of YAML/],
  ['a hundred thousand services', `${services}#${'x'.repeat(500_000)}\n`, /too large \(5\d{5} characters\)/],
  ['what is nested without end', '['.repeat(20_000), /cannot be read as YAML/],
])('%s is refused in one line of each language, and nothing falls over', (_, text, words) => {
  const read = parseSettings(text, 'sssbot.yaml')
  if (read.ok) throw new Error('It was taken')
  expect(formatProblems(read.problems, 'en')).toMatch(words)
  for (const locale of ['ja', 'en'] as const)
    expect(formatProblems(read.problems, locale)).toMatch(/^sssbot\.yaml:\d+:\d+ {2}[^\n]+$/)
})

test('letters that no database takes are left out of names, keys and texts', () => {
  const read = parseSettings('services:\n  a:\n    name: "A\0 \\ud83d"\n', 'sssbot.yaml')
  expect(read.ok && read.settings.services.a?.name.ja).toBe('A \ufffd')
})

test('an alias beside what it names, twice, stands for it each time', () => {
  const read = parseSettings('services:\n  a: &x\n    name: A\n  b: *x\n  c: *x\n', 'sssbot.yaml')
  expect(read.ok && Object.keys(read.settings.services)).toEqual(['a', 'b', 'c'])
})
