import type { Failure, Outcome } from '../../kit/slack/index.ts'
import type { Verdict } from '../check.ts'
import { nameOf } from '../refused.ts'
import { channelOf, type Echoes, eventOf, fieldsOf } from './echo.ts'
import type { TrialGrounds } from './grounds.ts'
import { mostBytes, scratchMessage, textOf } from './messages.ts'

/** Where a trial stands: the steps after the first need its channel, those after the second its message. */
export type Scratch = { channel: string; ts: string; run: string; isPinned: boolean; echoes: Echoes; lost: string[] }

/** Slack promises no time; on real workspaces echoes come within one or two seconds. In milliseconds. */
const echoMs = 5_000

const lane = 'person'
const eventType = 'sssbot_doctor'
/** Of the shape of a person's id, and of nobody. */
const nobody = 'U000000000'

type Step = { id: string; run(on: TrialGrounds, scratch: Scratch): Promise<Verdict | undefined> }

const stuck = ({ t }: TrialGrounds, failure: Failure, doing: Parameters<TrialGrounds['t']>[0]): Verdict => {
  const why = nameOf(failure)
  return { ok: false, what: t('try.refused', { doing: t(doing), why }), fix: t('try.refused.fix', { why }) }
}

/** Waits for the bot's own echo of what it just did, and notes what has not come. */
async function echo({ echoes, lost, channel, ts }: Scratch, type: string, subtype?: string): Promise<void> {
  if (!echoes.canHear) return
  // Our own message has a subtype on some workspaces and none on others: it is known by its ts.
  const isIt = (event: Readonly<Record<string, unknown>>) =>
    type === 'message' && !subtype ? event.ts === ts : event.subtype === subtype
  const heard = await echoes.await(
    (sound) => sound.type === type && channelOf(sound) === channel && isIt(eventOf(sound)),
    echoMs,
  )
  if (!heard) lost.push(subtype ? `${type}.${subtype}` : type)
}

/** Makes the scratch channel, under a name as Japanese incidents have one. */
export async function makeChannel(on: TrialGrounds, scratch: Scratch): Promise<Verdict> {
  const { slack, t } = on
  const name = `診断-${scratch.run}`
  const made = await slack.call('conversations.create', { name }, { lane })
  if (made.is !== 'done') return stuck(on, made, 'try.doing.channel')
  scratch.channel = made.value.channel.id
  await echo(scratch, 'channel_created')
  const given = made.value.channel.name
  if (given === name) return { ok: true, what: t('try.channel', { name }) }
  return { ok: true, what: t('try.channel.renamed', { name, given }) }
}

const post: Step = {
  id: 'try.post',
  async run(on, scratch) {
    const { slack, t } = on
    const content = scratchMessage(t('scratch.words'))
    const metadata = { event_type: eventType, event_payload: { run: scratch.run } }
    const args = { channel: scratch.channel, text: content.text, blocks: content.blocks, metadata }
    const posted = await slack.call('chat.postMessage', args, { lane })
    if (posted.is !== 'done') return stuck(on, posted, 'try.doing.post')
    scratch.ts = posted.value.ts
    await echo(scratch, 'message')
    return { ok: true, what: t('try.post') }
  },
}

const readBack: Step = {
  id: 'try.read',
  async run(on, { channel, ts, run }) {
    const args = { channel, latest: ts, inclusive: true, limit: 5, include_all_metadata: true }
    const read = await on.slack.call('conversations.history', args, { lane })
    if (read.is !== 'done') return stuck(on, read, 'try.doing.read')
    const own = read.value.messages.find((message) => message.ts === ts)
    if (fieldsOf(own?.metadata?.event_payload).run === run) return { ok: true, what: on.t('try.read') }
    return { ok: false, what: on.t('try.read.without'), fix: on.t('try.read.without.fix') }
  },
}

const pin: Step = {
  id: 'try.pin',
  async run(on, scratch) {
    const { channel, ts } = scratch
    const pinned = await on.slack.call('pins.add', { channel, timestamp: ts }, { lane })
    if (pinned.is !== 'done') return stuck(on, pinned, 'try.doing.pin')
    scratch.isPinned = true
    await echo(scratch, 'pin_added')
    return { ok: true, what: on.t('try.pin') }
  },
}

const pins: Step = {
  id: 'try.pins',
  async run(on, { channel, ts, isPinned }) {
    if (!isPinned) return undefined
    const listed = await on.slack.call('pins.list', { channel }, { lane })
    if (listed.is !== 'done') return stuck(on, listed, 'try.doing.pins')
    const found = listed.value.items.some((item) => fieldsOf(fieldsOf(item).message).ts === ts)
    if (found) return { ok: true, what: on.t('try.pins') }
    return { ok: false, what: on.t('try.pins.without'), fix: on.t('try.pins.without.fix') }
  },
}

const edit = (on: TrialGrounds, { channel, ts }: Scratch, bytes: number): Promise<Outcome<object>> => {
  const content = scratchMessage(on.t('scratch.words'), textOf(bytes))
  return on.slack.call('chat.update', { channel, ts, text: content.text, blocks: content.blocks }, { lane })
}

const update: Step = {
  id: 'try.update',
  async run(on, scratch) {
    const edited = await edit(on, scratch, mostBytes)
    if (edited.is === 'refused') {
      const why = nameOf(edited)
      return { ok: false, what: on.t('try.update.refused', { bytes: mostBytes, why }), fix: on.t('try.update.fix') }
    }
    if (edited.is !== 'done') return stuck(on, edited, 'try.doing.update')
    await echo(scratch, 'message', 'message_changed')
    return { ok: true, what: on.t('try.update', { bytes: mostBytes }) }
  },
}

/** That the limit is where we take it to be. A Slack that takes more does no harm. */
const limit: Step = {
  id: 'try.limit',
  async run(on, scratch) {
    const bytes = mostBytes + 2
    const edited = await edit(on, scratch, bytes)
    if (edited.is === 'done') return { ok: true, what: on.t('try.limit.kinder', { bytes }) }
    if (edited.is === 'refused') return { ok: true, what: on.t('try.limit', { bytes, why: nameOf(edited) }) }
    return stuck(on, edited, 'try.doing.update')
  },
}

const invite: Step = {
  id: 'try.invite',
  async run(on, { channel }) {
    const invited = await on.slack.call('conversations.invite', { channel, users: nobody }, { lane })
    if (invited.is === 'refused' && invited.error !== 'missing_scope') {
      return { ok: true, what: on.t('try.invite', { why: nameOf(invited) }) }
    }
    if (invited.is !== 'done') return stuck(on, invited, 'try.doing.invite')
    return { ok: false, what: on.t('try.invite.taken'), fix: on.t('try.invite.taken.fix') }
  },
}

export async function archiveChannel(on: TrialGrounds, scratch: Scratch): Promise<Verdict> {
  const archived = await on.slack.call('conversations.archive', { channel: scratch.channel }, { lane })
  if (archived.is !== 'done') return stuck(on, archived, 'try.doing.archive')
  await echo(scratch, 'channel_archive')
  return { ok: true, what: on.t('try.archive') }
}

/** What is done with the scratch channel, in this order. */
export const steps: readonly Step[] = [post, readBack, pin, pins, update, limit, invite]
