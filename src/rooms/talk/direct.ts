import { z } from 'zod'
import type { MessageContent } from '../../kit/block-kit/index.ts'
import { viewerOf } from '../access/index.ts'
import { incidentChannelById, incidentOf } from '../channel/index.ts'
import { admit, openList } from '../commands/index.ts'
import { plainWords } from '../directory/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { slotOfMessage } from '../projection/index.ts'
import { listPage, openStatuses } from '../reading/index.ts'
import { type Situation, situationOf, type Voice } from '../situation/index.ts'
import { offerMessage, stepMessage, whichMessage } from './direct-messages.ts'
import { wantedOutside } from './outside.ts'

const shape = z.object({
  channel_type: z.literal('im'),
  subtype: z.undefined().optional(),
  bot_id: z.null().optional(),
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
})

/** What somebody wrote to the bot alone. */
export type Direct = { channel: string; threadTs: string | undefined; user: string; text: string }

/** Undefined for whatever is no message that a person wrote to the bot alone. */
export function directOf(event: unknown): Direct | undefined {
  const { success, data } = shape.safeParse(event)
  return success ? { channel: data.channel, threadTs: data.thread_ts, user: data.user, text: data.text } : undefined
}

const named = /<#([CG]\w+)(?:\|[^<>]*)?>/

/** What a direct message says beside the channel that it names, and how to find the incident that it is about. */
export type Meant = { words: string; about: () => Promise<Situation | undefined> }

/**
 * A direct message is about the incident whose channel it names; else about that of the bot's message in whose thread it stands; else about
 * the only open one in which its writer takes part. `about` throws a `Refusal` for whoever may not know of it.
 */
export function meantBy(world: World, { channel, threadTs, user, text }: Direct): Meant {
  const [mark, place] = named.exec(text) ?? []
  const words = mark ? text.replace(mark, ' ').trim() : text
  const about = async () => {
    const { read } = world.db
    const id = place
      ? (await incidentChannelById(read, place))?.incidentId
      : ((await ofThread(world, channel, threadTs)) ?? (await onlyOne(world, user)))
    const situation = id ? await situationOf(read, id) : undefined
    // Whoever names a channel means that one, and no other.
    if (place && !situation) throw new Refusal('incident-unknown')
    if (situation) await admit(world, situation, user, channel)
    return situation
  }
  return { words, about }
}

async function ofThread({ db }: World, channel: string, threadTs: string | undefined): Promise<string | undefined> {
  const root = threadTs ? await slotOfMessage(db.read, channel, threadTs) : undefined
  return root && incidentOf(root.subject)
}

async function onlyOne(world: World, user: string): Promise<string | undefined> {
  const [only, ...others] = await openWithPart(world, user)
  return others.length === 0 ? only?.incident.id : undefined
}

async function openWithPart({ db, settings }: World, user: string) {
  const viewer = await viewerOf(db.read, settings(), user)
  return (await listPage(db.read, viewer, { statuses: openStatuses, partOf: user }, { limit: 2 })).cores
}

/** Where nobody knows which incident is meant: what is open, where the writer has part in several, or a declaration. */
export async function answerUnclear(world: World, user: string, words: string, voice: Voice): Promise<MessageContent> {
  const plain = (await plainWords(world.db.read, words)).trim()
  const meant = wantedOutside(words)
  const [one, another] = await openWithPart(world, user)
  const list = () => openList(world, user, voice)
  if (one && another) return whichMessage(await list(), { channel: one.channel.name, words: plain, meant }, voice)
  return meant.is === 'step' ? stepMessage(await list(), meant.verb, voice) : offerMessage(plain, voice)
}
