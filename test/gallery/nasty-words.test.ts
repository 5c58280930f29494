import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMessage, checkView, textLimits } from '../../sandbox/block-kit/index.ts'
import { type Locale, locales } from '../../src/kit/i18n/index.ts'
import { facts } from '../../src/rooms/broadcast/messages.samples.ts'
import { topicText } from '../../src/rooms/card/messages.ts'
import { offers } from '../../src/rooms/crew/messages.samples.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { situations, voices } from '../../src/rooms/situation/situation.samples.ts'
import { nastyWords, placesOfWords, traps } from './nasty-words.ts'
import { calls, references } from './references.ts'
import { samples } from './samples.ts'

/** Where the samples keep what people wrote; they share it, so that what is written there is in every message and form. */
const places = placesOfWords({ situations, facts, offers })
const speak = (words: readonly string[]) =>
  places.forEach(({ holder, key }, n) => {
    holder[key] = words[n % words.length]
  })

/**
 * References that a person's words alone have brought about, or that lost their end. An address that shows itself, and no other words, is
 * what Slack would have made a link of.
 */
const accidents = (surface: unknown): string[] =>
  references(surface).filter(
    (each) =>
      !/^<https?:\/\/[^<>|\s]+>$/.test(each) &&
      (Object.values(traps).some((trap) => each.includes(trap)) ||
        !/^<(?:[@#!]|https:\/\/)[^<>\s]+[^<>]*>$/.test(each)),
  )

/** What is wrong with a message or form that holds what people `said`; `meant` are the calls that it has without them. */
function wrongs({ render }: Pick<Sample, 'render'>, locale: Locale, said: readonly string[], meant: readonly string[]) {
  const surface = render(locale)
  const called = calls(surface)
  // No letter is cut in two: half of one would be written as an escape.
  const isWhole = !said.every((each) => each.isWellFormed()) || !/\\ud[89a-f]/.test(JSON.stringify(surface))
  return [
    ...('type' in surface ? checkView(surface) : checkMessage(surface, { textLimit: textLimits.update })),
    ...accidents(surface),
    ...(String(called) === String(meant) ? [] : [`calls ${called} and not ${meant}`]),
    ...(isWhole ? [] : ['cuts a letter in two']),
  ]
}

const words = fc.array(nastyWords, { minLength: 1, maxLength: 5 })

describe.each(locales)('whatever people write, in %s', (locale: Locale) => {
  test('the samples have words in them', () => {
    expect(places.length).toBeGreaterThan(10)
    speak(['見つけて ください'])
    const showing = samples.filter(({ render }) => JSON.stringify(render(locale)).includes('見つけて ください'))
    expect(showing.length).toBeGreaterThan(samples.length / 4)
  })

  test('every message and form is what Slack takes, and calls nobody', () => {
    const drawn = (said: string) => {
      speak([said])
      return samples.map(({ render }) => JSON.stringify(render(locale)))
    }
    const [short, long] = [drawn('障害 です'), drawn('長い 話 '.repeat(500))]
    // Samples in which nobody's words stand are the same whatever people write.
    const all = samples
      .filter((_, at) => short[at] !== long[at])
      .map((sample) => {
        speak(['障害 です'])
        return { sample, meant: calls(sample.render(locale)) }
      })
    expect(all.length).toBeGreaterThan(samples.length / 3)
    // While the words of a failure are shortened, only the samples that fail are drawn.
    let suspects = all
    fc.assert(
      fc.property(words, (said) => {
        speak(said)
        const failed = suspects.flatMap((each) => {
          const problems = wrongs(each.sample, locale, said, each.meant)
          return problems.length > 0 ? [{ ...each, name: each.sample.name, problems }] : []
        })
        if (failed.length > 0) suspects = failed
        expect(failed.map(({ name, problems }) => ({ name, problems }))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('offences that are planted are caught', () => {
    const sample = (text: string): Sample => ({
      name: 'planted/offence',
      to: 'channel',
      about: [],
      render: () => ({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
    })
    const seen = (text: string, meant: string[] = []) => wrongs(sample(text), locale, ['障害'], meant)
    expect(seen('<@U0SATO> <https://example.com|x>')).toEqual([])
    expect(seen(`<@${traps.person}>`)).toEqual([`<@${traps.person}>`])
    expect(seen('<@U0SATO')).toEqual(['<@U0SATO'])
    expect(seen('<!here>', ['<!here>'])).toEqual([])
    expect(seen('<!here>')).toEqual(['calls <!here> and not '])
    expect(seen('', [])).toHaveLength(1)
    expect(seen('👩'.slice(0, 1))).toEqual(['cuts a letter in two'])
  })

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
