/** The token of the API through which something was done: its id, and the name that it had then. */
export type TokenThrough = { token: string; name: string }

/** Through which door something was done that is not Slack: a token, or the session of a browser, by its id. */
export type Through = TokenThrough | { session: string }

/**
 * Who did something: a person, an agent by its token of the API, the bot by itself, or the clock (a timer that fell due). What a person
 * does through nothing else they do in Slack.
 */
export type Actor =
  | { kind: 'person'; id: string; through?: Through }
  | { kind: 'agent'; name: string; through: TokenThrough }
  | { kind: 'bot' }
  | { kind: 'clock' }

export const person = (id: string, through?: Through): Actor =>
  through ? { kind: 'person', id, through } : { kind: 'person', id }
/** An agent, by the name of its token. */
export const agent = (through: TokenThrough): Actor => ({ kind: 'agent', name: through.name, through })
export const bot: Actor = { kind: 'bot' }
export const clockwork: Actor = { kind: 'clock' }

/**
 * Every fact type, with the data of its facts. Each room declares its own in its `facts.ts`, under its own prefix. Names are stored for
 * good: add, never rename. Moments are ISO 8601 texts, people and channels are Slack ids.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each room adds its own in its facts.ts
export interface FactData {}

export type FactType = keyof FactData

/** A fact about to be recorded. The subject says whose projection it touches: `incident:<id>`, `invitation:<id>`. */
export type NewFact = { [Type in FactType]: { subject: string; type: Type; data: FactData[Type] } }[FactType]

/** A recorded fact: `n` counts the facts of its type about its subject, from 1. */
export type Fact = NewFact & { id: string; n: number; at: Date; actor: Actor }

/** A fact of one type. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>

/** Those of some types, in the order of `facts`. */
export const factsOf = <Type extends FactType>(facts: readonly Fact[], types: readonly Type[]): FactOf<Type>[] =>
  facts.filter((fact): fact is FactOf<Type> => (types as readonly FactType[]).includes(fact.type))
