import type { Locale } from '../../kit/i18n/index.ts'
import { severity } from './sections/level.ts'
import { type Mention, mentions, type Rule, type Style } from './sections/policy.ts'
import type { Settings } from './settings.ts'
import { isChannelId, isPerson } from './values/address.ts'
import type { IncidentKind, IncidentType, Visibility } from './values/incident-words.ts'
import type { Localized } from './values/localized.ts'

/** What the notification policy asks about an incident. */
export type IncidentFacts = {
  service: string
  /** Undefined until the handler sets one: then no rule about levels holds. */
  level?: string | undefined
  types: readonly IncidentType[]
  urgency?: string | undefined
  kind: IncidentKind
  visibility: Visibility
  /** How many of the service's tiers have been called because nobody took the lead; none unless said. */
  tiersCalled?: number
}

/** Why one group, person or channel hears of an incident. */
export type Reason = {
  /** `@service-a` or `#incidents`, as people read it. */
  target: string
  because: Localized
  /** Where the settings say so: `notify[2]` or `services.a.first_response`. */
  setting: string
}

export type Audience = {
  /** Handles without `@`. A handle that no user group bears may be a person's. */
  groups: string[]
  /** E-mail addresses and member ids. */
  people: string[]
  /** Channel names without `#`, or channel ids, each once. */
  channels: { channel: string; mention: Mention; style: Style }[]
  reasons: Reason[]
  /** False in drills and exercises: the messages then mention no user group, whoever is invited. */
  mayMentionGroups: boolean
}

/**
 * Who hears of an incident: the service's own people and channels, and all that the matching rules name; a channel's
 * strongest mention wins, and everything wins over three lines. A rule is about real incidents unless it names a kind, and about public ones unless it names
 * a visibility; the service's own are called for real, public incidents only.
 */
export function audience(incident: IncidentFacts, settings: Settings): Audience {
  const isReal = incident.kind === 'real'
  const parties = new Set<string>()
  const channels = new Map<string, { mention: Mention; style: Style }>()
  const reasons: Reason[] = []

  const invite = (address: string, because: Localized, setting: string) => {
    parties.add(address)
    reasons.push({ target: isPerson(address) ? address : `@${address}`, because, setting })
  }
  const broadcast = (
    channel: string,
    { mention, style }: Pick<Rule, 'mention' | 'style'>,
    because: Localized,
    setting: string,
  ) => {
    const before = channels.get(channel) ?? { mention: 'none', style }
    channels.set(channel, {
      mention: stronger(before.mention, isReal ? mention : 'none'),
      style: before.style === 'full' ? 'full' : style,
    })
    reasons.push({ target: isChannelId(channel) ? channel : `#${channel}`, because, setting })
  }

  const service = settings.services[incident.service]
  if (service && isReal && incident.visibility === 'public') {
    const at = `services.${incident.service}`
    for (const address of service.owners) invite(address, told(OWNERS, service.name), `${at}.owners`)
    for (const address of service.first_response) invite(address, told(FIRST, service.name), `${at}.first_response`)
    for (const [index, tier] of service.tiers.slice(0, incident.tiersCalled ?? 0).entries())
      for (const address of tier) invite(address, told(TIER, service.name), `${at}.tiers[${index}]`)
    for (const channel of service.channels) broadcast(channel, whole, told(CHANNEL, service.name), `${at}.channels`)
  }
  for (const [index, rule] of settings.notify.entries()) {
    if (!holds(rule, incident, settings)) continue
    const because = rule.because ?? { ja: `周知の規則 ${index + 1}`, en: `Notification rule ${index + 1}` }
    for (const address of rule.invite) invite(address, because, `notify[${index}]`)
    for (const channel of rule.broadcast) broadcast(channel, rule, because, `notify[${index}]`)
  }
  return {
    groups: [...parties].filter((address) => !isPerson(address)),
    people: [...parties].filter(isPerson),
    channels: [...channels].map(([channel, how]) => ({ channel, ...how })),
    reasons,
    mayMentionGroups: isReal,
  }
}

/**
 * The pagers that the policy calls for an incident: at once, or because nobody leads. As with everything in the policy, a
 * drill calls one only by a rule that names its kind.
 */
export function pagersFor(incident: IncidentFacts, settings: Settings, why: 'at-once' | 'nobody-leads'): string[] {
  const named = settings.notify
    .filter((rule) => holds(rule, incident, settings))
    .flatMap((rule) => (why === 'at-once' ? rule.page : rule.page_if_nobody_leads))
  return [...new Set(named)]
}

/** Whether a rule is about this incident: every condition that it names must hold. */
export function holds({ when }: Rule, incident: IncidentFacts, settings: Settings): boolean {
  const among = (allowed: readonly string[] | undefined, value: string | undefined) =>
    allowed === undefined || (value !== undefined && allowed.includes(value))
  const level = severity(incident.level, settings.levels)
  return (
    among(when.kind, incident.kind) &&
    among(when.visibility, incident.visibility) &&
    among(when.service, incident.service) &&
    among(when.level, incident.level) &&
    among(when.urgency, incident.urgency) &&
    (when.at_least === undefined || (level > 0 && level >= severity(when.at_least, settings.levels))) &&
    (when.type === undefined || when.type.some((type) => incident.types.includes(type)))
  )
}

/** How a service's own channels hear of it. */
const whole = { mention: 'none', style: 'full' } as const

const stronger = (a: Mention, b: Mention): Mention => (mentions.indexOf(a) >= mentions.indexOf(b) ? a : b)

type Phrase = Record<Locale, (name: string) => string>

const TIER: Phrase = {
  ja: (name) => `${name}で、ハンドラーが決まらないときに呼ぶ人`,
  en: (name) => `Called for ${name} while nobody leads`,
}
const OWNERS: Phrase = { ja: (name) => `${name}の担当チーム`, en: (name) => `The team that owns ${name}` }
const FIRST: Phrase = { ja: (name) => `${name}の初動対応チーム`, en: (name) => `The first-response team of ${name}` }
const CHANNEL: Phrase = { ja: (name) => `${name}のチャンネル`, en: (name) => `A channel of ${name}` }

const told = (phrase: Phrase, name: Localized): Localized => ({ ja: phrase.ja(name.ja), en: phrase.en(name.en) })
