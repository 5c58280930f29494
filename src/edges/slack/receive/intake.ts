import type { App, ReceiverEvent } from '@slack/bolt'
import { Malformed } from '../../../kit/lenient.ts'
import type { Log } from '../../../kit/log.ts'
import type { KeptOut } from '../../../kit/slack/doors.ts'
import { isStopping, Stopping } from '../../../kit/stopping.ts'
import { type Envelope, type Inbox, readEnvelope } from '../../../rooms/inbox/index.ts'
import { readInteraction } from './interaction.ts'

export type IntakeOptions = {
  inbox: Inbox
  log: Log
  /** Whether anybody would handle it. */
  wanted: (envelope: Envelope) => boolean
  /** Hears all that comes. Must not throw. */
  overhear?: ((body: Readonly<Record<string, unknown>>) => void) | undefined
  /** Tells a person in words that the bot is restarting. Answers false where Slack has no place for words. */
  refuse: (incoming: ReceiverEvent) => Promise<boolean>
  /** The same where what arrived cannot be read. */
  unreadable: (incoming: ReceiverEvent) => Promise<boolean>
  /** Whom nothing is done for, and how they are told; left out where everybody comes in. */
  keepOut?: Door | undefined
}

type Door = {
  keepsOut: (body: Readonly<Record<string, unknown>>) => Promise<KeptOut | undefined>
  turnAway: (incoming: ReceiverEvent, why: KeptOut) => Promise<boolean>
}

export interface Intake {
  /** From now on interactions are refused; events are still stored. Resolves when none is in hand. */
  finish(): Promise<void>
  /** How many interactions, and events that are not stored yet, are in hand. */
  inHand(): number
}

/**
 * Stands before Bolt: an event is stored, then acknowledged; Bolt alone would acknowledge first and lose what its
 * listeners drop. Interactions and commands go on to Bolt's listeners, which acknowledge after their verb has committed.
 */
export function takeIn(app: App, { inbox, log, wanted, refuse, unreadable, overhear, keepOut }: IntakeOptions): Intake {
  const toListeners = app.processEvent.bind(app)
  const inHand = new Set<Promise<void>>()
  let finishing = false

  const store = async ({ body, ack }: ReceiverEvent) => {
    const envelope = readEnvelope(body)
    if (!envelope) log.warn({ keys: Object.keys(body) }, 'An event without an id or a type was dropped')
    else if (wanted(envelope)) await inbox.keep(envelope)
    await ack()
  }

  /** What no words can be said about stays unacknowledged: Slack tells the person that it did not work. */
  const turnAway = async (incoming: ReceiverEvent, reason?: unknown) => {
    if (!(await refuse(incoming))) throw new Stopping(reason)
  }

  /** What arrived, of the shape that the listeners rely on; undefined where it cannot be read and the person was told so. */
  const read = async (incoming: ReceiverEvent): Promise<ReceiverEvent | undefined> => {
    const { body } = incoming
    try {
      const tell = (odd: readonly string[]) =>
        log.warn({ type: body.type, odd }, 'Part of what Slack sent was left out')
      return { ...incoming, body: readInteraction(body, tell) }
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      log.warn({ type: body.type, problem: error.message }, 'What Slack sent cannot be read')
      if (await unreadable(incoming)) return undefined
      throw error
    }
  }

  const take = async (arrived: ReceiverEvent) => {
    const { body, ack } = arrived
    overhear?.(body)
    if (body.type === 'app_rate_limited') {
      log.error({ minute: body.minute_rate_limited }, 'Slack held events back: more than 30,000 came within an hour')
      return ack()
    }
    if (body.type === 'event_callback') return store(arrived)
    const incoming = await read(arrived)
    if (!incoming) return
    if (finishing) return turnAway(incoming)
    let answered = false
    const acknowledge: ReceiverEvent['ack'] = async (answer) => {
      answered = true
      await ack(answer)
    }
    try {
      const why = await keepOut?.keepsOut(incoming.body)
      if (keepOut && why) {
        if (!(await keepOut.turnAway(incoming, why))) await ack()
        return
      }
      await toListeners({ ...incoming, ack: acknowledge })
    } catch (error) {
      if (answered || !isStopping(error)) throw error
      await turnAway(incoming, error)
    }
  }

  app.processEvent = (incoming) => {
    const work = take(incoming).finally(() => inHand.delete(work))
    inHand.add(work)
    return work
  }

  return {
    async finish() {
      finishing = true
      while (inHand.size > 0) await Promise.allSettled(inHand)
    },
    inHand: () => inHand.size,
  }
}
