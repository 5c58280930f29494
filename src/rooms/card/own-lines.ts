import { channelLink, escapeText, listed, person } from '../../kit/block-kit/index.ts'
import { type AssembledChannel, type Gap, neededPeople, placeName } from '../assembly/index.ts'
import { unreadWords } from '../directory/index.ts'
import {
  type CardLines,
  cardAnd,
  cardApart,
  isOver,
  morePeople,
  moreThings,
  moreTroubles,
  nextStep,
  pair,
} from '../faces/index.ts'
import { handlerAlsoResponds } from '../roles/index.ts'
import { type RoleKey, roleKeys } from '../settings/index.ts'
import {
  handlerName,
  handlerOf,
  levelEmoji,
  levelValue,
  personName,
  problemWords,
  type Situation,
  startWords,
  urgencyName,
  type Voice,
  when,
} from '../situation/index.ts'
import { texts } from './texts.ts'

/** What the card says of the incident itself. */
export const ownLines: CardLines = {
  fields: {
    handler: (situation, voice) =>
      isOver(situation.incident) && !handlerOf(situation)
        ? []
        : [pair(texts.in(voice.locale)('field.handler'), handlerName(situation, voice))],
    level: ({ incident: { level } }, voice) => [
      pair(
        texts.in(voice.locale)('field.level'),
        `${levelEmoji(level, voice)} ${escapeText(levelValue(level, voice))}`,
      ),
    ],
    start({ incident }, voice) {
      const start = startWords(incident, voice)
      return [pair(`*${start.label}*`, start.words)]
    },
    recovered: ({ incident: { recoveredAt } }, voice) =>
      recoveredAt ? [pair(texts.in(voice.locale)('field.recovered'), when(recoveredAt, voice))] : [],
    urgency: ({ incident: { urgency } }, voice) =>
      urgency ? [pair(texts.in(voice.locale)('field.urgency'), escapeText(urgencyName(urgency, voice)))] : [],
    types({ incident }, { settings, locale }) {
      const types = incident.types.map((type) => settings.types[type].label[locale]).join(locale === 'ja' ? '・' : ', ')
      return types ? [pair(texts.in(locale)('field.types'), escapeText(types))] : []
    },
  },
  crew: { crew: crewOf },
  notes: {
    declared: ({ incident }, voice) => [
      texts.in(voice.locale)('declared', { when: when(incident.declaredAt, voice), who: person(incident.declaredBy) }),
    ],
    told(situation, { locale }) {
      const t = texts.in(locale)
      const channels = placesReached(situation)
      const named = channels.map((each) => channelLink(each.channelId)).join(' ')
      return [channels.length > 0 ? t('told', { channels: named }) : t('told.none')]
    },
    called: ({ people }, { locale }) => [texts.in(locale)('called', { count: neededPeople(people).length })],
  },
  warnings: {
    'open-to-all': (situation, { locale }) => (isOpenToAll(situation) ? [texts.in(locale)(openWords(situation))] : []),
    outside({ outside }, { locale }) {
      const t = texts.in(locale)
      const more = (count: number) => moreThings(count, locale)
      return outside.length > 0
        ? [t('outside', { channels: listed(outside, mostSkipped, { each: channelLink, more }) })]
        : []
    },
    doubles: (situation, voice) => (isOver(situation.incident) ? [] : doublesOf(situation, voice)),
    name: nameWords,
    problems: problemLines,
    gaps: gapsWords,
    skipped({ people }, { locale }) {
      const t = texts.in(locale)
      const skipped = people.filter((each) => each.skipped)
      const more = (count: number) => morePeople(count, locale).trim()
      return skipped.length > 0
        ? [t('skipped', { who: listed(skipped, mostSkipped, { each: ({ userId }) => person(userId), more }) })]
        : []
    },
  },
}

/** The places that hear of it: one whose broadcast cannot be posted is among the troubles instead. */
function placesReached({ channels, problems }: Situation): AssembledChannel[] {
  const missed = new Set(problems.filter(({ isStale }) => !isStale).map(({ slot }) => slot))
  return channels.filter((place) => !missed.has(`broadcast:${placeName(place)}`))
}

/** More than these in one line nobody reads. */
const mostSkipped = 20

/** More names than these in one line hide each other. */
const mostNamed = 4

/** Everybody who holds a role beside the handler, in one line; nothing while nobody does. */
function crewOf({ roles, asked, incident }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const held = roleKeys.flatMap((role) => {
    const holders = role === 'handler' ? [] : roles.filter((each) => each.role === role)
    if (holders.length === 0) return []
    const named = holders.slice(0, mostNamed).map((each) => personName(each.userId, voice))
    const more = holders.length > mostNamed ? morePeople(holders.length - mostNamed, voice.locale) : ''
    return [`${escapeText(voice.settings.roles[role].label[voice.locale])} ${named.join(' ')}${more}`]
  })
  const roleName = (role: RoleKey) => escapeText(voice.settings.roles[role].label[voice.locale])
  const open = isOver(incident) ? [] : asked.map(({ role, to }) => `${roleName(role)} ${personName(to, voice)}`)
  const shown = [...held, ...(open.length > 0 ? [t('crew.asked', { asked: open.join(cardAnd(voice.locale)) })] : [])]
  return shown.length > 0 ? [t('crew', { crew: shown.join(cardApart(voice.locale)) })] : []
}

/** Whoever leads and works as well loses sight of the whole. */
function doublesOf({ roles, todos }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const handler = handlerOf({ roles })
  if (handlerAlsoResponds(roles)) return [t('also-responds')]
  return handler && todos.list.some((todo) => todo.owner === handler) ? [t('also-todo')] : []
}

/** Why anybody can read it still; the next step says what to do about it, where it is that. */
function openWords(situation: Situation): 'moving' | 'not-converted' | 'not-converted.short' {
  if (situation.channel.next) return 'moving'
  return nextStep(situation) === 'move-channel' ? 'not-converted.short' : 'not-converted'
}

/** Names that stand for nobody yet, by the reason; what is still looked for is no trouble yet. */
function gapsWords({ gaps }: Situation, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const byReason = new Map<Gap['why'], string[]>()
  for (const { name, why } of gaps) byReason.set(why, [...(byReason.get(why) ?? []), name])
  return [...byReason].map(([why, all]) => {
    const names = listed(all, mostSkipped, { each: escapeText, more: (count) => moreThings(count, voice.locale) })
    if (why === 'unknown') return t('gaps', { names })
    if (why === 'reading') return t('gaps.reading', { names })
    return t('gaps.unread', { names, words: escapeText(unreadWords(why, voice.locale)) })
  })
}

/** More of them in one message hide each other. */
const mostProblems = 5

/** What does not come through in Slack, and how much more of it there is. */
export function problemLines({ problems }: Pick<Situation, 'problems'>, voice: Voice): string[] {
  const t = texts.in(voice.locale)
  const more = problems.length - mostProblems
  return [
    ...problems.slice(0, mostProblems).map((problem) => t('problem', { problem: problemWords(problem, voice) })),
    ...(more > 0 ? [moreTroubles(more, voice.locale)] : []),
  ]
}

/** That the channel is not called as it was to be: people look for it by its name. */
function nameWords({ channel }: Situation, voice: Voice): string[] {
  const { wantedName, nameError, name } = channel
  if (!wantedName || wantedName === name) return []
  const t = texts.in(voice.locale)
  const names = { wanted: escapeText(wantedName), name: escapeText(name) }
  return [nameError ? t('name.refused', { ...names, error: nameError }) : t('name.changed', names)]
}

/** It became private, and its channel has not yet been converted by hand. */
export const isOpenToAll = ({ incident, channel }: Situation): boolean =>
  incident.visibility === 'private' && !channel.isPrivate
