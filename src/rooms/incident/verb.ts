import type { z } from 'zod'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { allows, hasRight, mayRead, type Right } from '../access/index.ts'
import { type Change, commit, Refusal, type Unchanged, type World } from '../facts/index.ts'
import { type Caller, lookerOf } from './caller.ts'
import type { Incident } from './incident.ts'
import { hold } from './move.ts'
import { prove } from './proof.ts'
import { incidentById, lockIncident } from './store.ts'

/** What a verb has in its hands: the incident is held until the transaction ends. */
export type Deed = { world: World; tx: Tx; now: Date; caller: Caller; incident: Incident }

/**
 * Something that people do with an incident. Every door is a face of it: a form of Slack, a route of the API, a line of the menu.
 * `input` is in wire form (texts, numbers, lists; moments as ISO 8601), with the keys of the form's blocks.
 */
export type Verb<Input extends z.ZodType = z.ZodType, Result = unknown> = {
  /** Stands in buttons of messages long posted and in routes: never rename one. */
  readonly name: string
  readonly input: Input
  readonly right: Right
  /** Other incidents that it changes: all are held in one order, so that two who meet do not wait for each other. */
  besides?(input: z.output<Input>): readonly string[]
  /** Asks outside of the transaction what only Slack knows. Throws a `Refusal`. */
  ask?(world: World, caller: Caller, input: z.output<Input>): Promise<void>
  /** Must not reach the network, and may run again when the database asks for a retry. Throws a `Refusal`. */
  change(deed: Deed, input: z.output<Input>): Promise<Change<Result> | Unchanged<Result>>
}

/** Declares a verb. */
export const verb = <Input extends z.ZodType, Result>(declared: Verb<Input, Result>): Verb<Input, Result> => declared

/** A verb of a list of many: each takes what it was given only after its own `input` has read it. */
export type AnyVerb = Omit<Verb, 'besides' | 'ask' | 'change'> & {
  besides?(input: never): readonly string[]
  ask?(world: World, caller: Caller, input: never): Promise<void>
  change(deed: Deed, input: never): Promise<Change<unknown> | Unchanged<unknown>>
}

/**
 * Does a verb: the only way in. Reads what was given, holds the incident, asks for the right, proves that what is named may be named
 * there (`proof.ts`), and commits the change with its facts.
 * Throws a ZodError for what cannot be read, whose path is the field, and a `Refusal` for whoever may not know of the incident (as of
 * one that is not there), or may not do this.
 */
export async function perform<Input extends z.ZodType, Result>(
  world: World,
  done: Pick<Verb<Input, Result>, 'input' | 'right' | 'besides' | 'ask' | 'change'>,
  caller: Caller,
  incidentId: string,
  given: unknown,
): Promise<Result> {
  const input = done.input.parse(given)
  if (done.ask) {
    // Slack is asked nothing for whoever may not know of it, or may not do this.
    const incident = await incidentById(world.db.read, incidentId)
    if (!incident) throw new Refusal('incident-unknown')
    await mustBeAllowed(world, world.db.read, caller, incident, done.right)
    await done.ask(world, caller, input)
  }
  return commit(world, caller.actor, async (tx, now) => {
    const others = done.besides?.(input) ?? []
    if (others.length > 0) for (const id of [incidentId, ...others].toSorted()) await lockIncident(tx, id)
    const incident = await hold(tx, incidentId)
    await mustBeAllowed(world, tx, caller, incident, done.right)
    const deed: Deed = { world, tx, now, caller, incident }
    await prove(done.input, input, deed)
    await caller.before?.(tx)
    return done.change(deed, input)
  })
}

async function mustBeAllowed(
  world: World,
  reader: Reader,
  caller: Caller,
  incident: Incident,
  right: Right,
): Promise<void> {
  const { actor, via, bounds } = caller
  if (actor.kind !== 'person' && actor.kind !== 'agent') return
  const looker = await lookerOf(world, reader, caller)
  if (!(await mayRead(reader, incident.id, looker))) {
    // In Slack they see that there is one; over HTTP they are answered as where they ask to read it.
    const isConfined = looker?.userId !== undefined && looker.isConfined
    const isOnlyConfined = via === 'slack' && isConfined && incident.visibility === 'public'
    throw new Refusal(isOnlyConfined ? 'guest-not-invited' : 'incident-unknown')
  }
  const isWithin =
    actor.kind === 'person' ? !bounds || allows(bounds.rank, right) : bounds && allows(bounds.rank, right)
  if (!isWithin) throw new Refusal('not-allowed')
  if (actor.kind === 'person' && !(await hasRight(reader, world.settings(), actor.id, right)))
    throw new Refusal('not-allowed')
}
