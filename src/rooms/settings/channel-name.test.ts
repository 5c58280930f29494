import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelName } from './channel-name.ts'
import { settingsSchema } from './settings.ts'
import { channelStem } from './values/channel-stem.ts'
import { incidentKinds, visibilities } from './values/incident-words.ts'

const settings = (rest: object = {}, name = 'サービスA') => settingsSchema.parse({ services: { a: { name } }, ...rest })
/** 08:30 on the 23rd in Tokyo, still the 22nd in London. */
const date = new Date('2026-11-22T23:30:00Z')
const real = { service: 'a', date, kind: 'real', visibility: 'public' } as const

describe('the name of an incident channel', () => {
  test.each([
    ['a real one', real, 'サービスa-20261123i'],
    ['the second of a day', { ...real, suffix: 2 }, 'サービスa-20261123i-2'],
    ['a drill', { ...real, kind: 'drill' }, 'サービスa-20261123d'],
    ['an exercise', { ...real, kind: 'exercise' }, 'サービスa-20261123e'],
    ['a private one', { ...real, visibility: 'private', codeName: 'カワセミ' }, 'カワセミ-20261123i'],
    ['a private one without a word', { ...real, visibility: 'private', suffix: 3 }, 'kawasemi-20261123i-3'],
    ['a service that the settings no longer know', { ...real, service: 'old' }, 'old-20261123i'],
  ] as const)('%s', (_, parts, name) => {
    expect(channelName(parts, settings())).toBe(name)
  })

  test('the day is that of the configured time zone', () => {
    expect(channelName(real, settings({ timezone: 'Europe/London' }))).toBe('サービスa-20261122i')
  })

  test('a company may order the parts differently and choose its letters', () => {
    const own = settings({ channels: { naming: '{kind}-{date}-{service}', letters: { real: 'inc' } } })
    expect(channelName(real, own)).toBe('inc-20261123-サービスa')
  })

  test('a long service name gives way; day, kind and suffix stay', () => {
    const name = channelName({ ...real, suffix: 12 }, settings({}, 'とても長い名前の'.repeat(9)))
    expect(name).toHaveLength(80)
    expect(name).toMatch(/^とても長い名前の.*-20261123i-12$/)
  })
})

test.each([
  ['ＡＢＣ（決済）', 'abc決済'],
  ['Pay / Web', 'pay-web'],
  ['決済・Web', '決済-web'],
  ['サーバー', 'サーバー'],
  ['ﾊﾞｯｸｵﾌｨｽ', 'バックオフィス'],
  ['❤️ Love', 'love'],
  ['Pay❤️Web', 'payweb'],
  ['İstanbul', 'i̇stanbul'],
  ['！？', ''],
])('Slack takes %s as %s', (text, stem) => {
  expect(channelStem(text)).toBe(stem)
})

/** Slack's rules: https://docs.slack.dev/reference/methods/conversations.create (naming), written without our code. */
function slackTakes(name: string): boolean {
  const characters = [...name]
  return (
    name.length <= 80 &&
    name === name.normalize('NFKC') &&
    name === name.toLowerCase() &&
    characters.every((it) => it === '-' || it === '_' || /[\p{L}\p{M}\p{N}]/u.test(it)) &&
    characters.some((it) => /[\p{L}\p{N}]/u.test(it))
  )
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'サービスＡaＺ🙋（）・ー𠮷ばﾞ -_.#@<>&!'), maxLength: 120 }),
)

test('whatever the service is called, Slack takes the name, and it ends in day, kind and suffix', () => {
  fc.assert(
    fc.property(
      fc.record({
        date: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        kind: fc.constantFrom(...incidentKinds),
        visibility: fc.constantFrom(...visibilities),
        suffix: fc.option(fc.integer({ min: 2, max: 9999 }), { nil: undefined }),
        codeName: anyText,
      }),
      anyText,
      (parts, word) => {
        const base = settings()
        const company = { ...base, services: { a: { ...base.services.a, channel_name: word } } }
        const name = channelName({ service: 'a', ...parts }, company as typeof base)
        expect(slackTakes(name), name).toBe(true)
        const letter = base.channels.letters[parts.kind]
        expect(name).toMatch(new RegExp(`\\d{8}${letter}${parts.suffix === undefined ? '' : `-${parts.suffix}`}$`))
      },
    ),
    { numRuns: 1000 },
  )
})

test('a private channel never tells the service', () => {
  fc.assert(
    fc.property(fc.constantFrom(...incidentKinds), fc.constantFrom('kawasemi', 'hibari'), (kind, codeName) => {
      const name = channelName({ ...real, kind, visibility: 'private', codeName }, settings({}, 'secretservice'))
      expect(name).not.toContain('secret')
    }),
  )
})
