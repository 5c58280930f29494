import { isPerson, type Named, namedIn, nearest } from '../../rooms/settings/index.ts'
import type { Check, Verdict } from '../check.ts'
import type { Identity } from '../facts.ts'
import type { Grounds } from '../grounds.ts'
import type { ChannelSeen, GroupSeen, PersonSeen } from '../lists.ts'

type Wrong = Extract<Verdict, { ok: false }>
type Words = Grounds['t']

/** Every group and person that the settings name is there, and can be called. */
export const parties: Check = {
  id: 'settings.people',
  async run({ facts, t }) {
    const [settings, people, groups] = [await facts.usable(), await facts.people(), await facts.groups()]
    // Where people were not read to the end nothing can be said of names. Groups may be refused for good: then only people are.
    if (!settings || !people || people.broken || !groups) return undefined
    const named = namedIn(settings).filter(({ is }) => is === 'party')
    const known = tableOf(people.items)
    const byHandle = new Map(groups.items.map((group) => [group.handle, group]))
    const handles = [...byHandle.keys(), ...people.items.map(({ handle }) => handle)]
    const who = await facts.identity()
    const wrong = named.flatMap((one): Wrong[] => {
      const group = byHandle.get(one.name)
      // Slack writes addresses in lower case, whatever somebody has typed.
      const person = known.get(one.name.includes('@') ? one.name.toLowerCase() : one.name)
      // A handle that no person bears may be a group's, of which nobody told us.
      if (!group && !person && groups.broken && !isPerson(one.name)) return []
      const problem = group ? groupProblem(one, group, known, t) : personProblem(one, person, { handles, who, t })
      return problem ? [{ ...problem, about: one.at }] : []
    })
    return wrong.length > 0 ? wrong : { ok: true, what: t('parties.right', { n: named.length }) }
  },
}

function tableOf(people: readonly PersonSeen[]): Map<string, PersonSeen> {
  const table = new Map<string, PersonSeen>()
  for (const person of people) {
    for (const name of [person.id, person.handle, person.email?.toLowerCase()]) {
      // A handle may be an old account's as well: who is still there answers to it.
      if (name && (!table.has(name) || table.get(name)?.isGone)) table.set(name, person)
    }
  }
  return table
}

const shown = ({ name, at }: Named) => ({ name: isPerson(name) ? name : `@${name}`, at })

/** Whether somebody is of another company: not of this workspace, nor of another workspace of ours. */
const isOut = (person: PersonSeen, who: Identity | undefined): boolean => {
  if (person.isStranger || !person.teamId || !who) return person.isStranger
  const isColleague = person.companyId !== undefined && person.companyId === who.companyId
  return person.teamId !== who.teamId && !isColleague
}

function personProblem(
  one: Named,
  person: PersonSeen | undefined,
  { handles, who, t }: { handles: readonly string[]; who: Identity | undefined; t: Words },
): Wrong | undefined {
  const gaps = shown(one)
  if (!person) {
    const meant = isPerson(one.name) ? undefined : nearest(one.name, handles)
    const fix = meant ? t('party.unknown.fix.meant', { meant: `@${meant}`, ...gaps }) : t('party.unknown.fix', gaps)
    return { ok: false, what: t('party.unknown', gaps), fix }
  }
  if (person.isGone) return { ok: false, what: t('party.gone', gaps), fix: t('party.replace', gaps) }
  if (person.isBot) return { ok: false, what: t('party.bot', gaps), fix: t('party.replace', gaps) }
  if (isOut(person, who)) return { ok: false, what: t('party.stranger', gaps), fix: t('party.replace', gaps) }
  if (person.isGuest) return { ok: false, what: t('party.guest', gaps), fix: t('party.replace', gaps) }
  return undefined
}

/** A group is of use as long as somebody in it can be called. */
function groupProblem(
  one: Named,
  group: GroupSeen,
  known: ReadonlyMap<string, PersonSeen>,
  t: Words,
): Wrong | undefined {
  const able = group.people.filter((id) => {
    const person = known.get(id)
    return person && !person.isGone && !person.isBot && !person.isGuest && !person.isStranger
  })
  if (able.length > 0) return undefined
  const gaps = shown(one)
  return { ok: false, what: t('group.empty', { ...gaps, n: group.people.length }), fix: t('group.empty.fix', gaps) }
}

/** Every channel that the settings speak in is there, open, and has the bot in it. */
export const places: Check = {
  id: 'settings.channels',
  async run(on) {
    const { facts, isRunning, t } = on
    const [settings, channels] = [await facts.usable(), await facts.channels()]
    if (!settings || !channels || channels.broken) return undefined
    const named = namedIn(settings).filter(({ is }) => is === 'channel')
    const live = channels.items.filter(({ isArchived }) => !isArchived)
    const names = live.map(({ name }) => name)
    const find = (name: string) =>
      channels.items.find(({ id }) => id === name) ??
      live.find((channel) => channel.name === name) ??
      channels.items.find((channel) => channel.name === name)
    const wrong = named.flatMap((one): Wrong[] => {
      const problem = placeProblem(one, find(one.name), names, isRunning, t)
      return problem ? [{ ...problem, about: one.at }] : []
    })
    if (wrong.length > 0) return wrong
    const joins = new Set(named.flatMap(({ name }) => (find(name)?.isMember === false ? [`#${name}`] : [])))
    const later = joins.size > 0 ? t('places.joins', { names: [...joins].join(', ') }) : ''
    return { ok: true, what: t('places.right', { n: named.length }) + later }
  },
}

function placeProblem(
  one: Named,
  channel: ChannelSeen | undefined,
  names: readonly string[],
  isRunning: boolean,
  t: Words,
): Wrong | undefined {
  const gaps = { name: channel ? `#${channel.name}` : `#${one.name}`, at: one.at }
  if (!channel) {
    const meant = nearest(one.name, names)
    const fix = meant ? t('place.unknown.fix.meant', { meant: `#${meant}`, ...gaps }) : t('place.unknown.fix', gaps)
    return { ok: false, what: t('place.unknown', gaps), fix }
  }
  if (channel.isArchived) return { ok: false, what: t('place.archived', gaps), fix: t('place.archived.fix', gaps) }
  if (channel.isShared && !one.isShared)
    return { ok: false, what: t('place.shared', gaps), fix: t('place.shared.fix', gaps) }
  // The bot goes into public channels by itself when it starts; where it runs it should be there.
  if (!channel.isMember && (channel.isPrivate || isRunning)) {
    return { ok: false, what: t('place.without-bot', gaps), fix: t('place.without-bot.fix', gaps) }
  }
  return undefined
}
