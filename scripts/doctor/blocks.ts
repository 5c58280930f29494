import type { Finding } from '../../src/doctor/check.ts'
import { type Locale, locales } from '../../src/kit/i18n/index.ts'
import type { Probe } from '../../src/kit/slack/index.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { texts } from './texts.ts'

/** How many of the longest are sent to Slack: as many as its rate limit takes at once. */
const most = 12

const id = 'slack.blocks'

/**
 * Shows Slack the longest messages and forms of the gallery, each in the language in which it is longer; by a method that
 * checks and posts nothing. https://docs.slack.dev/reference/methods/blocks.validate
 */
export async function checkBlocks(probe: Probe, samples: readonly Sample[], locale: Locale): Promise<Finding[]> {
  const t = texts.in(locale)
  const drawn = samples
    .flatMap((sample) => locales.map((language) => ({ name: sample.name, language, surface: sample.render(language) })))
    .map((each) => ({ ...each, json: JSON.stringify(each.surface) }))
    .toSorted((a, b) => Buffer.byteLength(b.json) - Buffer.byteLength(a.json))
  const wrong: Finding[] = []
  const shown = longest(drawn)
  for (const { name, language, surface, json } of shown) {
    const answer = await probe('blocks.validate', 'type' in surface ? { view: json } : { message: json })
    // A Slack that does not know the method, or has no time: then nothing is said of it.
    if (answer.is !== 'answered' || answer.error === 'unknown_method' || answer.error === 'ratelimited') return []
    if (answer.ok) continue
    const why = answer.error ?? ''
    wrong.push({
      id: `${id}:${name}`,
      ok: false,
      what: t('blocks.refused', { name, language, why }),
      fix: t('blocks.refused.fix'),
    })
  }
  return wrong.length > 0 ? wrong : [{ id, ok: true, what: t('blocks.right', { n: shown.length }), fix: null }]
}

/** The longest of them, each sample once, half of them forms. */
function longest<T extends { name: string; surface: object }>(drawn: readonly T[]): T[] {
  const seen = new Set<string>()
  const once = drawn.filter(({ name }) => !seen.has(name) && seen.add(name))
  const isForm = ({ surface }: T) => 'type' in surface
  return [...once.filter((each) => !isForm(each)).slice(0, most / 2), ...once.filter(isForm).slice(0, most / 2)]
}
