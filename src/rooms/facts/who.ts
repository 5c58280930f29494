import type { Locale } from '../../kit/i18n/index.ts'
import type { Actor } from './fact.ts'
import { texts } from './texts.ts'

/** Who did something, in words: a person as `named` calls them, an agent by its name; undefined for the bot and the clock. */
export function doerName(actor: Actor, named: (userId: string) => string): string | undefined {
  if (actor.kind === 'person') return named(actor.id)
  return actor.kind === 'agent' ? actor.name : undefined
}

/** "via …", where it was done through a token of the API or on the dashboard; an empty text otherwise. */
export function viaWords(actor: Actor, locale: Locale): string {
  const through = 'through' in actor ? actor.through : undefined
  if (!through) return ''
  const t = texts.in(locale)
  return 'token' in through ? t('via', { name: through.name }) : t('via.dashboard')
}
