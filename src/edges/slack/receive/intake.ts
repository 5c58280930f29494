import type { App, ReceiverEvent } from '@slack/bolt'
import type { Log } from '../../../kit/log.ts'
import { type Envelope, type Inbox, readEnvelope } from '../../../rooms/inbox/index.ts'

export type IntakeOptions = {
  inbox: Inbox
  log: Log
  /** Whether anybody would handle it. */
  wanted: (envelope: Envelope) => boolean
}

/**
 * Stands before Bolt: an event is stored, then acknowledged; Bolt alone would acknowledge first and lose what its
 * listeners drop. Interactions and commands go on to Bolt's listeners, which acknowledge after their verb has committed.
 */
export function takeIn(app: App, { inbox, log, wanted }: IntakeOptions): void {
  const toListeners = app.processEvent.bind(app)
  app.processEvent = async (incoming: ReceiverEvent) => {
    const { body, ack } = incoming
    if (body.type === 'app_rate_limited') {
      log.error({ minute: body.minute_rate_limited }, 'Slack held events back: more than 30,000 came within an hour')
      return ack()
    }
    if (body.type !== 'event_callback') return toListeners(incoming)
    const envelope = readEnvelope(body)
    if (!envelope) log.warn({ keys: Object.keys(body) }, 'An event without an id or a type was dropped')
    else if (wanted(envelope)) await inbox.keep(envelope)
    await ack()
  }
}
