import { z } from 'zod'
import { sleep } from '../kit/clock.ts'
import { readLeniently } from '../kit/lenient.ts'
import { type Failure, leadsBack, type Outcome } from '../kit/slack/index.ts'
import type { GroundParts } from './grounds.ts'
import type { Tell } from './texts.ts'

/** A list of the workspace, as far as Slack gave it: `broken` says why it did not come to its end. */
export type Reading<T> = { items: T[]; pages: number; ms: number; odd: number; broken?: Failure }

export type PersonSeen = {
  id: string
  handle: string
  email: string | undefined
  teamId: string | undefined
  /** Of a company with several workspaces: the company. */
  companyId: string | undefined
  isGone: boolean
  isBot: boolean
  isGuest: boolean
  isStranger: boolean
}
export type GroupSeen = { handle: string; people: string[] }
export type ChannelSeen = {
  id: string
  name: string
  isPrivate: boolean
  isArchived: boolean
  isMember: boolean
  isShared: boolean
}

const flag = z.boolean().optional()
const text = z.string().optional()

const person = z.looseObject({
  id: z.string(),
  name: text,
  team_id: text,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  enterprise_user: z.looseObject({ enterprise_id: text }).optional(),
  profile: z.looseObject({ email: text }).optional(),
})
const channel = z.looseObject({
  id: z.string(),
  name: text,
  is_private: flag,
  is_archived: flag,
  is_member: flag,
  is_ext_shared: flag,
  is_pending_ext_shared: flag,
})
const group = z.looseObject({
  id: z.string(),
  handle: z.string(),
  date_delete: z.number().optional(),
  users: z.array(z.string()).optional(),
})

type Means = Pick<GroundParts, 'slack' | 'clock' | 'signal' | 'tell'>

const lane = 'checkpoint'
/** From this many on, progress is reported. */
const many = 10_000
/** What Slack may be left alone for before a list is given up, in milliseconds: a minute's budget, spent by others. */
const longestPauseMs = 120_000

/** Everybody of the workspace, page by page, waiting where Slack asks for it. https://docs.slack.dev/reference/methods/users.list */
export function readPeople(on: Means, tell: Tell): Promise<Reading<PersonSeen>> {
  const ask = (cursor: string | undefined) =>
    on.slack.call('users.list', { limit: 1000, ...(cursor ? { cursor } : {}) }, { lane })
  return readAll(on, ask, 'members', person, seenPerson, (n) => tell('progress.people', { n }))
}

/**
 * Every channel that the bot may see, archived ones too: leaving those out makes pages shorter and not fewer.
 * https://docs.slack.dev/reference/methods/conversations.list
 */
export function readChannels(on: Means, tell: Tell): Promise<Reading<ChannelSeen>> {
  const ask = (cursor: string | undefined) =>
    on.slack.call(
      'conversations.list',
      { types: 'public_channel,private_channel', limit: 999, ...(cursor ? { cursor } : {}) },
      { lane },
    )
  return readAll(on, ask, 'channels', channel, seenChannel, (n) => tell('progress.channels', { n }))
}

/** The groups that stand, with their members. */
export async function readGroups(on: Means): Promise<Reading<GroupSeen>> {
  const ask = () => on.slack.call('usergroups.list', { include_users: true }, { lane })
  const seen = await readAll(
    on,
    ask,
    'usergroups',
    group,
    (each) => each,
    () => '',
  )
  const items = seen.items.filter(({ date_delete }) => !date_delete)
  return { ...seen, items: items.map(({ handle, users }) => ({ handle, people: users ?? [] })) }
}

/** Reads item by item: an odd one is counted and spoils nothing. */
async function readAll<Item, T>(
  { clock, signal, tell }: Means,
  ask: (cursor: string | undefined) => Promise<Outcome<object>>,
  field: string,
  shape: z.ZodType<Item>,
  seen: (item: Item) => T,
  words: (n: number) => string,
): Promise<Reading<T>> {
  const begun = clock.now().getTime()
  const reading: Reading<T> = { items: [], pages: 0, ms: 0, odd: 0 }
  let cursor: string | undefined
  let paused = 0
  do {
    const outcome = await ask(cursor)
    if (outcome.is === 'limited' && paused + outcome.retryAfterMs <= longestPauseMs && !signal.aborted) {
      paused += outcome.retryAfterMs
      if (outcome.retryAfterMs > 2_000) tell(words(reading.items.length))
      await sleep(clock, outcome.retryAfterMs, signal).catch(() => {})
      continue
    }
    if (outcome.is !== 'done') {
      reading.broken = outcome
      break
    }
    paused = 0
    const page = new Map<string, unknown>(Object.entries(outcome.value))
    for (const item of listIn(page.get(field))) {
      const read = readLeniently(shape, item)
      if (read) reading.items.push(seen(read.value))
      else reading.odd++
    }
    reading.pages++
    if (reading.items.length >= many) tell(words(reading.items.length))
    const next = cursorIn(page.get('response_metadata'))
    if (next && next === cursor) reading.broken = leadsBack
    if (!next || next === cursor) break
    cursor = next
  } while (!signal.aborted)
  reading.ms = clock.now().getTime() - begun
  return reading
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const metadata = z.looseObject({ next_cursor: z.string() })

const cursorIn = (value: unknown): string | undefined => readLeniently(metadata, value)?.value.next_cursor || undefined

const seenPerson = (each: z.output<typeof person>): PersonSeen => ({
  id: each.id,
  handle: each.name ?? each.id,
  email: each.profile?.email,
  teamId: each.team_id,
  companyId: each.enterprise_user?.enterprise_id,
  isGone: each.deleted ?? false,
  isBot: each.is_bot ?? false,
  isGuest: Boolean(each.is_restricted || each.is_ultra_restricted),
  isStranger: each.is_stranger ?? false,
})

const seenChannel = (each: z.output<typeof channel>): ChannelSeen => ({
  id: each.id,
  name: each.name ?? each.id,
  isPrivate: each.is_private ?? false,
  isArchived: each.is_archived ?? false,
  isMember: each.is_member ?? false,
  isShared: Boolean(each.is_ext_shared || each.is_pending_ext_shared),
})
