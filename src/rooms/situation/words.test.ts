import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statuses } from '../incident/incident.ts'
import { declared, situations, voices } from './situation.samples.ts'
import { elapsed, errorWords, oneLine, personName, problemWords, publicTitle, statusName } from './words.ts'

const { ja, en } = voices
const minutes = (n: number) => n * 60_000

describe('how long it lasts', () => {
  test.each([
    [0, '0分', '0 min'],
    [minutes(59) + 59_999, '59分', '59 min'],
    [minutes(60), '1時間', '1 h'],
    [minutes(47 * 60 + 59), '47時間59分', '47 h 59 min'],
    [minutes(48 * 60), '2日', '2 d'],
    [minutes(75 * 60 + 30), '3日3時間', '3 d 3 h'],
  ])('%i ms is %s', (ms, inJapanese, inEnglish) => {
    expect([elapsed(ms, ja), elapsed(ms, en)]).toEqual([inJapanese, inEnglish])
  })

  test('no whole day is ever dropped, and a clock that went back is no time at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: minutes(60 * 24 * 400) }), (ms) => {
        const [days = 0, hours = 0, mins = 0] = ['日', '時間', '分'].map((unit) =>
          Number(new RegExp(`(\\d+)${unit}`).exec(elapsed(ms, ja))?.[1] ?? 0),
        )
        const told = minutes((days * 24 + hours) * 60 + mins)
        expect(ms - told).toBeGreaterThanOrEqual(0)
        expect(ms - told).toBeLessThan(days > 0 ? minutes(60) : minutes(1))
      }),
    )
    expect(elapsed(-5, ja)).toBe('0分')
  })
})

describe('what everybody may read', () => {
  test('a private incident is called by nothing of its own', () => {
    const { incident } = situations.secret
    for (const voice of [ja, en]) expect(publicTitle(incident, voice)).not.toContain(incident.summary)
  })

  test('a title stays on one line and within its length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 10, max: 150 }),
        (summary, max) => {
          const title = publicTitle({ ...declared.incident, summary }, ja, max)
          expect(title).not.toMatch(/[\n<>]/)
          expect(title.length).toBeLessThanOrEqual(max + 'サービスA: '.length)
        },
      ),
    )
  })

  test('whoever is known is named and not called, and their name calls nobody either', () => {
    const voice = { ...ja, names: new Map([['U0EVE', '<!channel>']]) }
    expect(personName('U0EVE', voice)).toBe('&lt;!channel&gt;')
    expect(personName('U0TANAKA', voice)).toBe('<@U0TANAKA>')
  })
})

test('every status has a word in both languages', () => {
  for (const status of statuses) for (const voice of [ja, en]) expect(statusName(status, voice)).not.toBe(status)
})

test('an error that we have no words for is told as Slack says it', () => {
  expect(errorWords('too_novel', ja)).toBe('Slack の返事: too_novel。自動でやり直します')
  expect(problemWords({ slot: 'announce:incident.recovered:1:C0X', error: 'is_archived' }, en)).toBe(
    '<#C0X> cannot be notified — the channel is archived',
  )
})

test('line breaks of every kind become one space', () => {
  expect(oneLine(' a\r\n\n　b\tc ')).toBe('a b c')
})
