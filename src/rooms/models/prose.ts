import type { Reader } from '../../kit/db/index.ts'
import type { World } from '../facts/index.ts'
import type { ModelsSettings } from '../settings/index.ts'
import type { Checked } from './claims/evidence.ts'
import type { Desk } from './desk.ts'
import type { Unusable } from './ledger/call.ts'
import { noteUnusable, stillStands } from './ledger/store.ts'
import { type Chosen, mayGo, modelFor } from './purpose.ts'
import { type Asked, answerId, portionOf, redactionOver, restingOn } from './question.ts'
import { readAnswer } from './read-answer.ts'
import { type Sent, send } from './send.ts'
import { type Answer, answerBy, keepAnswer, lastAnswer } from './store.ts'

/** A summary of thousands of messages goes on from portion to portion, at most so often in one run. */
const mostPortions = 40

/** Whether there is a model that may be asked this of such an incident; without one nothing is looked up and nothing waits. */
export function isModelFor(settings: ModelsSettings, purpose: Asked['purpose'], visibility: string): boolean {
  const chosen = modelFor(settings, purpose)
  return chosen !== undefined && mayGo(visibility, chosen.model)
}

/** The answer that was made from exactly this; undefined where there is none (yet), or no model. Never asks anybody. */
export async function keptProse(
  world: Pick<World, 'settings'>,
  reader: Reader,
  asked: Asked,
): Promise<readonly Checked[] | undefined> {
  const chosen = modelFor(world.settings().assistant.models, asked.purpose)
  return chosen && (await answerBy(reader, answerId(asked, nameOf(chosen))))?.claims
}

/** The last answer for a purpose, whatever has been said since, as long as all stands that it rests on; undefined where there is none, or no model. */
export async function lastProse(
  world: Pick<World, 'settings'>,
  reader: Reader,
  asked: Asked,
): Promise<readonly Checked[] | undefined> {
  const chosen = modelFor(world.settings().assistant.models, asked.purpose)
  return chosen && (await earlier(reader, asked))?.claims
}

/**
 * Asks the model, checks what it says, and keeps that. Undefined where there is no model, where it must not be asked, or where its answer is
 * none: people then read what is quoted, as without a model. Throws `RetryAfter` where a later run may do better.
 */
export async function makeProse(
  world: World,
  desk: Desk,
  asked: Asked,
  signal: AbortSignal,
): Promise<readonly Checked[] | undefined> {
  const settings = world.settings().assistant.models
  const chosen = modelFor(settings, asked.purpose)
  if (!chosen) return undefined
  const { read } = world.db
  const id = answerId(asked, nameOf(chosen))
  const known = await answerBy(read, id)
  if (known) return known.claims
  for (let portions = 0; portions < mostPortions; portions++) {
    const before = asked.purpose === 'summary' ? await earlier(read, asked) : undefined
    const redaction = redactionOver(asked.evidence, settings.redact)
    const portion = portionOf(asked, redaction, before, settings.limits)
    const errand = { ...asked, saidIn: portion.saidIn, mostOutput: settings.limits.output }
    const sent = await send(world, desk, chosen, errand, signal, (connection, terms) =>
      desk.models.ask(connection, portion.question, terms),
    )
    if (sent.value === undefined) return undefined
    const checked = checkedIn(world, asked, portion, sent, redaction)
    if (typeof checked === 'string') {
      await world.db.transaction((tx) => noteUnusable(tx, sent.callId, checked))
      return undefined
    }
    const answer: Answer = {
      // On the way it is known by what it was made of so far.
      id: portion.isLast ? id : `${id}:${portions}:${sent.callId}`,
      incidentId: asked.incidentId,
      purpose: asked.purpose,
      language: asked.language,
      at: world.clock.now(),
      callId: sent.callId,
      claims: checked,
      saidIn: portion.saidIn,
    }
    const isKept = await world.db.transaction(async (tx) => {
      // A message was deleted meanwhile: what was made of it is nobody's.
      if (!(await stillStands(tx, sent.callId))) return false
      await keepAnswer(tx, answer)
      return true
    })
    if (!isKept) return undefined
    if (portion.isLast) return checked
  }
  return undefined
}

const nameOf = ({ model: { connection } }: Chosen): string => `${connection.provider}/${connection.model}`

/** The last answer, as what a summary goes on from: one of which all that it was made of stands still where it stood. */
async function earlier(reader: Reader, { incidentId, purpose, language, evidence }: Asked) {
  const last = await lastAnswer(reader, incidentId, purpose, language)
  if (!last || last.claims.length === 0) return undefined
  const places = new Set(evidence.flatMap(restingOn))
  const keys = new Set(evidence.map(({ key }) => key))
  const stands =
    last.saidIn.every((place) => places.has(place)) &&
    last.claims.every((claim) => claim.sources.every((key) => keys.has(key)))
  return stands ? last : undefined
}

/** What is left of an answer; or why nothing of it can be used. */
function checkedIn(
  world: World,
  asked: Asked,
  portion: ReturnType<typeof portionOf>,
  { value }: Extract<Sent<string>, { value: string }>,
  redaction: ReturnType<typeof redactionOver>,
): readonly Checked[] | Unusable {
  const read = readAnswer(asked, portion, value, redaction)
  if ('unusable' in read) {
    world.log.warn({ purpose: asked.purpose, why: read.unusable }, 'The answer of a model cannot be used')
    return read.unusable
  }
  const { checked, faults } = read
  if (faults.length > 0) world.log.info({ purpose: asked.purpose, faults }, 'Sentences of a model were taken out')
  return checked.length > 0 ? checked : 'unsupported'
}
