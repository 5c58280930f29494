import { later } from '../../kit/clock.ts'
import { RetryAfter } from '../../kit/jobs/index.ts'
import {
  type Attempt,
  type Connection,
  mayPassLater,
  type Outcome,
  type Terms,
  Withheld,
} from '../../kit/models/index.ts'
import type { World } from '../facts/index.ts'
import { incidentById } from '../incident/index.ts'
import { messagesHeld } from '../record/index.ts'
import type { ModelsSettings } from '../settings/index.ts'
import type { Desk } from './desk.ts'
import type { CallPurpose, Ended } from './ledger/call.ts'
import { keepForgetting } from './ledger/forget.ts'
import { addCall, endCall, holdLedger, isUnderWay, sentSince, spentSince } from './ledger/store.ts'
import { type Chosen, costOf, mayGo, nameOf, tokensOf } from './purpose.ts'
import { waitMs } from './turn.ts'

/** Whose words go, and why. */
export type Errand = {
  purpose: CallPurpose
  incidentId: string | null
  askedBy: string | null
  saidIn: readonly string[]
  /** The most tokens that the answer may have. */
  mostOutput: number
}

/** Limits count what was spent in so long. */
const spanMs = 24 * 3_600_000

/** The very same request is given up for so long after its last attempt. */
const givenUpMs = 3_600_000

const firstPauseMs = 2_000

/** What came of it: the value and its row in the ledger; or, in a word, why there is none. */
export type Sent<T> = { value: T; callId: string } | { value: undefined; why: string }

/**
 * Asks a model once, and writes into the ledger what leaves, before it leaves, and what comes back. Throws `RetryAfter` where the same may go
 * well later: each attempt is a run of the job, so that no worker is held up by a pause. Policy, limits and deletions are looked at in the
 * very transaction that writes the row.
 */
export async function send<T>(
  world: World,
  desk: Desk,
  { role, model }: Chosen,
  errand: Errand,
  signal: AbortSignal,
  ask: (connection: Connection, terms: Terms) => Promise<Attempt<T>>,
): Promise<Sent<T>> {
  const settings = world.settings().assistant.models
  const { connection } = model
  const name = nameOf(connection)
  const leave = desk.lanes.enter(settings.limits.at_once)
  if (!leave) throw new RetryAfter(waitMs)
  try {
    if (!desk.breaker.mayAsk(name, world.clock.now())) return { value: undefined, why: 'breaker' }
    const callId = world.ids.next('mdl')
    let tries = 0
    const { outcome, wire } = await ask(connection, {
      timeoutMs: model.timeoutMs,
      signal,
      async beforeSending({ url, body }) {
        tries = await noteSending(world, settings, { role, model }, errand, { id: callId, url, body })
      },
    })
    const now = world.clock.now()
    desk.breaker.note(name, outcome.is === 'withheld' || isWell(outcome), now)
    if (outcome.is === 'withheld' || tries === 0) {
      const why = outcome.is === 'withheld' ? outcome.reason : 'unsent'
      world.log.info({ purpose: errand.purpose, role, why }, 'Nothing was sent to the model')
      return { value: undefined, why }
    }
    await world.db.transaction((tx) => endCall(tx, callId, endedAs(outcome, wire, model, now)))
    if (outcome.is === 'answered') return { value: outcome.value, callId }
    world.log.warn({ purpose: errand.purpose, role, ...outcome }, 'A model has not answered')
    if (outcome.is === 'cut' && outcome.reason === 'stopped') throw new RetryAfter(0)
    if (!mayPassLater(outcome) || tries >= settings.limits.attempts) return { value: undefined, why: outcome.is }
    const asked = outcome.is === 'refused' ? outcome.retryAfterMs : undefined
    throw new RetryAfter(asked ?? firstPauseMs * 4 ** (tries - 1))
  } finally {
    leave()
  }
}

/** A model that refuses a question is well; one that nobody reaches is not. */
const isWell = (outcome: Outcome<unknown>): boolean =>
  outcome.is === 'answered' ||
  outcome.is === 'unreadable' ||
  (outcome.is === 'refused' && (outcome.status === null || (outcome.status < 500 && outcome.status !== 429)))

/** Writes the row of an attempt, and answers which attempt it is. Throws `Withheld` for what must not leave. */
async function noteSending(
  world: World,
  settings: ModelsSettings,
  { role, model }: Chosen,
  errand: Errand,
  { id, url, body }: { id: string; url: string; body: string },
): Promise<number> {
  const { incidentId, askedBy, purpose, saidIn, mostOutput } = errand
  const { limits } = settings
  return world.db.transaction(async (tx) => {
    await holdLedger(tx)
    const now = world.clock.now()
    // As they are now: they may have been changed since the job began.
    if (!world.settings().assistant.models.enabled) throw new Withheld('off')
    const incident = incidentId === null ? undefined : await incidentById(tx, incidentId)
    if (incidentId !== null && !incident) throw new Withheld('incident_unknown')
    if (incident && !mayGo(incident.visibility, model)) throw new Withheld('private')
    if (incidentId !== null && !(await standAll(tx, incidentId, saidIn))) throw new Withheld('changed')
    // Somebody else has asked the very same, and waits for the answer.
    if (await isUnderWay(tx, later(now, -model.timeoutMs), body)) throw new Withheld('under_way')
    const before = await sentSince(tx, later(now, -givenUpMs), body)
    if (before >= limits.attempts) throw new Withheld('attempts')
    const inputTokens = tokensOf(body)
    const cost = costOf(model, inputTokens, mostOutput)
    const spent = await spentSince(tx, later(now, -spanMs), incidentId)
    const tokens = inputTokens + mostOutput
    if (spent.tokensOfAll + tokens > limits.tokens_per_day) throw new Withheld('tokens_per_day')
    if (incidentId !== null && spent.tokens + tokens > limits.tokens_per_incident)
      throw new Withheld('tokens_per_incident')
    if (spent.costOfAll + cost > (limits.cost_per_day ?? Number.POSITIVE_INFINITY)) throw new Withheld('cost_per_day')
    if (incidentId !== null && spent.cost + cost > (limits.cost_per_incident ?? Number.POSITIVE_INFINITY)) {
      throw new Withheld('cost_per_incident')
    }
    const { provider, model: called } = model.connection
    const row = { id, at: now, role, provider, model: called, url, leaves: model.leaves, purpose, incidentId, askedBy }
    const expected = { inputTokens, outputTokens: mostOutput, cost }
    await addCall(tx, { ...row, ...expected, attempt: before + 1, request: body, saidIn })
    await keepForgetting(world, tx, now)
    return before + 1
  })
}

/** Whether every message stands still, and goes on to until the row is written. */
async function standAll(
  tx: Parameters<typeof messagesHeld>[0],
  incidentId: string,
  saidIn: readonly string[],
): Promise<boolean> {
  const places = saidIn.map((place) => place.split(':'))
  for (const [channelId = '', own] of Map.groupBy(places, ([channel]) => channel)) {
    const keys = own.flatMap(([, ts]) => ts ?? [])
    if ((await messagesHeld(tx, incidentId, channelId, keys)).length < keys.length) return false
  }
  return true
}

function endedAs(
  outcome: Exclude<Outcome<unknown>, { is: 'withheld' }>,
  wire: Attempt<unknown>['wire'],
  model: Chosen['model'],
  at: Date,
): Ended {
  const usage = outcome.is === 'answered' ? outcome.usage : undefined
  return {
    at,
    outcome: outcome.is,
    reason: outcome.is === 'answered' ? null : outcome.reason,
    status: wire?.status ?? null,
    answer: wire?.answer ?? null,
    counted: usage && {
      inputTokens: usage.input,
      outputTokens: usage.output,
      cost: costOf(model, usage.input, usage.output),
    },
  }
}
