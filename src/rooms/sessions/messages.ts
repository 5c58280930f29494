import { asMessage, context, type MessageContent, section } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { texts } from './texts.ts'

/** The link by which somebody signs a browser in, to them alone. */
export function linkMessage(address: string, locale: Locale): MessageContent {
  const t = texts.in(locale)
  const words = t('link', { address })
  return asMessage([words, t('link.not-you')], [section(words), context(t('link.not-you'))])
}
