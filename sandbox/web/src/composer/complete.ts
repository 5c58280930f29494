import type { ChannelInfo } from '../../../picture.ts'
import type { User, Usergroup } from '../../../protocol.ts'
import { findEmoji } from '../text/emoji.ts'

/** Something that can stand for what is being typed. */
export type Suggestion = { key: string; insert: string; label: string; detail?: string; user?: User; char?: string }

/** What is being typed, from its mark to the caret. */
export type Trigger = { mark: '@' | '#' | ':' | '/'; query: string; from: number }

export type Sources = {
  users: Iterable<User>
  usergroups: Iterable<Usergroup>
  channels: Iterable<ChannelInfo>
  commands: readonly { command: string; description: string; usage_hint?: string }[]
  /** Members of the channel come first. */
  members: ReadonlySet<string>
  me: string | undefined
  everyone: string
}

const LIMIT = 8

/**
 * Finds the mark that the caret is typing behind. A mark counts after white space or any character that is no Latin letter or
 * digit: Japanese puts no space before a name, and neither `a@b.example` nor `10:30` begins one.
 */
export function findTrigger(text: string, caret: number): Trigger | undefined {
  const before = text.slice(0, caret)
  const command = /^\/([\w-]*)$/.exec(before)
  if (command) return { mark: '/', query: command[1] ?? '', from: 0 }
  const match = /(^|[^A-Za-z0-9_])([@#])([^\s@#:]{0,30})$|(^|[^A-Za-z0-9_:])(:)([a-z0-9_+-]{1,30})$/.exec(before)
  const mark = match?.[2] ?? match?.[5]
  const query = match?.[3] ?? match?.[6] ?? ''
  if (mark !== '@' && mark !== '#' && mark !== ':') return undefined
  return { mark, query, from: caret - query.length - 1 }
}

/** What fits the trigger, best first. */
export function suggest(trigger: Trigger, sources: Sources): Suggestion[] {
  const query = fold(trigger.query)
  switch (trigger.mark) {
    case '@':
      return people(query, sources)
    case '#':
      return channels(query, sources)
    case ':':
      return findEmoji(query, LIMIT).map(({ name, char }) => ({
        key: name,
        insert: `:${name}: `,
        label: `:${name}:`,
        char,
      }))
    case '/':
      return sources.commands
        .filter(({ command }) => command.startsWith(`/${query}`))
        .map(({ command, description, usage_hint }) => ({
          key: command,
          insert: `${command} `,
          label: usage_hint ? `${command} ${usage_hint}` : command,
          detail: description,
        }))
  }
}

/** The text with the suggestion in place of what was typed, and where the caret goes. */
export function accept(
  text: string,
  caret: number,
  trigger: Trigger,
  suggestion: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(caret)
  const insert = rest.startsWith(' ') ? suggestion.insert.trimEnd() : suggestion.insert
  return { text: text.slice(0, trigger.from) + insert + rest, caret: trigger.from + insert.length }
}

function people(query: string, { users, usergroups, members, me, everyone }: Sources): Suggestion[] {
  const found: { suggestion: Suggestion; rank: number }[] = []
  for (const user of users) {
    if (user.deleted) continue
    const fit = rankOf(query, user.name, user.real_name)
    // The many who only fill a large group must not push anybody out of the list.
    if (fit === undefined || (user.generated && query.length < 3)) continue
    const rank = fit + (user.generated ? 4 : 0) + (members.has(user.id) ? 0 : 1) + (user.id === me ? 0.5 : 0)
    found.push({
      rank,
      suggestion: { key: user.id, insert: `@${user.name} `, label: user.real_name, detail: `@${user.name}`, user },
    })
  }
  for (const group of usergroups) {
    const fit = rankOf(query, group.handle, group.name)
    if (fit === undefined) continue
    found.push({
      rank: fit + 1.5,
      suggestion: { key: group.id, insert: `@${group.handle} `, label: `@${group.handle}`, detail: group.name },
    })
  }
  for (const name of ['here', 'channel']) {
    if (query && name.startsWith(query)) {
      found.push({ rank: 3, suggestion: { key: name, insert: `@${name} `, label: `@${name}`, detail: everyone } })
    }
  }
  return best(found)
}

function channels(query: string, { channels, me }: Sources): Suggestion[] {
  const found: { suggestion: Suggestion; rank: number }[] = []
  for (const channel of channels) {
    if (channel.is_im || channel.is_archived || (channel.is_private && !(me && channel.members.includes(me)))) continue
    const rank = rankOf(query, channel.name, channel.name)
    if (rank === undefined) continue
    found.push({
      rank,
      suggestion: { key: channel.id, insert: `#${channel.name} `, label: `#${channel.name}`, detail: channel.topic },
    })
  }
  return best(found)
}

function best(found: { suggestion: Suggestion; rank: number }[]): Suggestion[] {
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, LIMIT)
    .map(({ suggestion }) => suggestion)
}

/** 0 where one of the names begins with the query, 1 where a later word does, 2 where it stands anywhere, undefined where nowhere. */
function rankOf(query: string, ...names: string[]): number | undefined {
  const ranks = names.map((name) => {
    const text = fold(name)
    if (text.startsWith(query)) return 0
    if (text.split(/[\s_.-]/).some((word) => word.startsWith(query))) return 1
    return text.includes(query) || text.replaceAll(' ', '').includes(query) ? 2 : undefined
  })
  const known = ranks.filter((rank) => rank !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
