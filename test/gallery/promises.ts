import { checkMessage, checkView } from '../../sandbox/block-kit/index.ts'
import { emojiChar } from '../../sandbox/web/src/text/emoji.ts'
import type { Locale } from '../../src/kit/i18n/index.ts'
import type { Sample } from '../../src/rooms/situation/sample.ts'
import { calls } from './references.ts'

/** What every sample keeps, or those about a private incident or a drill. Each answers what is wrong, [] where all is well. */

/** Words of the samples that tell what an incident is about. */
export const telltales = [
  '管理画面',
  'サービスA',
  'Service A',
  '全ユーザー',
  '再発した',
  '監視の追加',
  '接続数',
  '監視の記録',
  '機密性',
  'Confidentiality',
] as const

/** Everybody may read it, or it shows up on a locked screen, and the incident is private. */
export const isReadOutside = ({ to, about }: Sample): boolean =>
  (to === 'elsewhere' || to === 'person') && about.some(({ incident }) => incident.visibility === 'private')

/** What a private incident is about, said where others read it. */
export const leaks = (sample: Sample, locale: Locale): string[] => {
  const shown = JSON.stringify(sample.render(locale))
  return telltales.filter((each) => shown.includes(each))
}

export const isOfDrill = ({ about }: Sample): boolean => about.some(({ incident }) => incident.kind === 'drill')

/** A drill that one could take for an incident: whoever reads only the notification must see it, too. */
export function takenForReal(sample: Sample, locale: Locale): string[] {
  const surface = sample.render(locale)
  const shown = 'text' in surface ? surface.text : JSON.stringify(surface)
  return (locale === 'ja' ? /訓練/ : /drill/i).test(shown) ? [] : [shown]
}

/** What the sandbox draws of an emoji's name; the bot's own emoji are Slack's. */
const emojiIn = (words: string): string[] => words.match(/(?<![\w:/.]):[a-z][a-z0-9_+-]+:(?![\w/])/g) ?? []

/** Names of emoji that would stand there as words. */
export const undrawn = (sample: Sample, locale: Locale): string[] =>
  [...new Set(emojiIn(JSON.stringify(sample.render(locale))))].filter((each) => !emojiChar(each.replaceAll(':', '')))

/** Buttons of a message that say the same as another one there: which of the two to press, nobody knows. */
export function saidTwice(sample: Sample, locale: Locale): string[] {
  const surface = sample.render(locale)
  if ('type' in surface) return []
  const rows = (surface.blocks ?? []) as { type?: string; elements?: { type?: string; text?: { text?: string } }[] }[]
  const labels = rows.flatMap(({ type, elements = [] }) =>
    type === 'actions' ? elements.flatMap((each) => (each.type === 'button' ? (each.text?.text ?? []) : [])) : [],
  )
  return labels.filter((each, n) => labels.indexOf(each) !== n)
}

/** What Slack refuses, and mentions of everybody that are not meant; a loud one has one in the blocks and one in the text. */
export function offences(sample: Sample, locale: Locale): unknown[] {
  const surface = sample.render(locale)
  const refused = 'type' in surface ? checkView(surface) : checkMessage(surface)
  const called = calls(surface)
  const meant = sample.loud ? ['<!here>', '<!here>'] : []
  return [...refused, ...(String(called) === String(meant) ? [] : [{ called, meant }])]
}
