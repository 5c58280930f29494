import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage, checkView, textLimits } from '../../sandbox/block-kit/index.ts'
import { type Locale, locales } from '../../src/kit/i18n/index.ts'
import { facts } from '../../src/rooms/broadcast/messages.samples.ts'
import { topicText } from '../../src/rooms/card/messages.ts'
import { offers } from '../../src/rooms/crew/messages.samples.ts'
import { situations, voices } from '../../src/rooms/situation/situation.samples.ts'
import { nastyWords, placesOfWords, traps } from './nasty-words.ts'
import { samples } from './samples.ts'

/** Where the samples keep what people wrote; they share it, so that what is written there is in every message and form. */
const places = placesOfWords({ situations, facts, offers })
const speak = (words: readonly string[]) =>
  places.forEach(({ holder, key }, n) => {
    holder[key] = words[n % words.length]
  })

/** Every text that Slack reads as its markup: plain text and what stands in a field to be edited call nobody. */
function markup(surface: unknown): string[] {
  if (Array.isArray(surface)) return surface.flatMap(markup)
  if (typeof surface !== 'object' || surface === null) return []
  const own = 'type' in surface && surface.type === 'mrkdwn' && 'text' in surface ? [String(surface.text)] : []
  const ofMessage = 'blocks' in surface && 'text' in surface ? [String(surface.text)] : []
  return [...own, ...ofMessage, ...Object.values(surface).flatMap(markup)]
}

/** All that Slack would take for a mention or a link. */
const references = (surface: unknown): string[] => markup(surface).flatMap((text) => text.match(/<[^>]*>?/g) ?? [])

/** References that a person's words alone have brought about, or that lost their end. */
const accidents = (surface: unknown): string[] =>
  references(surface).filter(
    (each) =>
      Object.values(traps).some((trap) => each.includes(trap)) || !/^<(?:[@#!]|https:\/\/)[^<>\s]+[^<>]*>$/.test(each),
  )

const calls = (surface: unknown): string[] =>
  references(surface).filter((each) => /^<!(?:channel|here|everyone|subteam)/.test(each))

const isView = (surface: object): surface is { type: string } => 'type' in surface

const words = fc.array(nastyWords, { minLength: 1, maxLength: 5 })

describe.each(locales)('whatever people write, in %s', (locale: Locale) => {
  const meant = new Map<string, string[]>()
  beforeAll(() => {
    speak(['障害 です'])
    for (const { name, render } of samples) meant.set(name, calls(render(locale)))
  })

  test('the samples have words in them', () => {
    expect(places.length).toBeGreaterThan(10)
    speak(['見つけて ください'])
    const showing = samples.filter(({ render }) => JSON.stringify(render(locale)).includes('見つけて ください'))
    expect(showing.length).toBeGreaterThan(samples.length / 4)
  })

  test.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s is what Slack takes, and calls nobody',
    (name, { render }) => {
      fc.assert(
        fc.property(words, (said) => {
          speak(said)
          const surface = render(locale)
          expect(
            isView(surface) ? checkView(surface) : checkMessage(surface, { textLimit: textLimits.update }),
          ).toEqual([])
          expect(accidents(surface)).toEqual([])
          expect(calls(surface)).toEqual(meant.get(name))
          // No letter is cut in two: half of one would be written as an escape.
          if (said.every((each) => each.isWellFormed())) expect(JSON.stringify(surface)).not.toMatch(/\\ud[89a-f]/)
        }),
        { numRuns: 15 },
      )
    },
  )

  test('a topic is one line within Slack’s limit, and calls nobody', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...Object.values(situations)), (said, situation) => {
        speak(said)
        const topic = topicText(situation, voices[locale])
        expect(topic.length).toBeLessThanOrEqual(250)
        expect(topic).not.toMatch(/[\n<>]/)
      }),
    )
  })
})
