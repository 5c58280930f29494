import type { Incident } from '../incident/index.ts'
import { isOpen } from '../incident/index.ts'
import { handlerOf, type Situation } from '../situation/index.ts'

/**
 * What a person can tell the bot to do about an incident. These stand as values in buttons and menus of messages long
 * posted: add, never rename.
 */
export const verbs = [
  'take-handler',
  'set-level',
  'edit-summary',
  'recover',
  'complete',
  'reopen',
  'cancel',
  'list',
] as const
export type Verb = (typeof verbs)[number]

export const verbOf = (value: string | null | undefined): Verb | undefined => verbs.find((verb) => verb === value)

/** Whether a verb makes sense now. A stale button may still name another: the verb itself refuses and explains. */
export function isOffered(verb: Verb, situation: Pick<Situation, 'incident' | 'roles'>): boolean {
  const { incident } = situation
  switch (verb) {
    case 'take-handler':
      return isOpen(incident) && !handlerOf(situation)
    case 'set-level':
    case 'edit-summary':
      return isOpen(incident)
    case 'recover':
    case 'cancel':
      return incident.status === 'responding'
    case 'complete':
      return incident.status === 'recovered'
    case 'reopen':
      return incident.status !== 'responding'
    case 'list':
      return true
  }
}

/** The verbs that can be the one next step. */
export type NextStep = Extract<Verb, 'take-handler' | 'set-level' | 'recover' | 'complete' | 'reopen'>

/** The one next step of this state: the card's primary button. */
export function nextStep(situation: Pick<Situation, 'incident' | 'roles'>): NextStep {
  const { incident } = situation
  if (incident.status === 'responding') {
    if (!handlerOf(situation)) return 'take-handler'
    return incident.level ? 'recover' : 'set-level'
  }
  return incident.status === 'recovered' ? 'complete' : 'reopen'
}

/** Everything else that makes sense now, in the order of the process. */
export function menuVerbs(situation: Pick<Situation, 'incident' | 'roles'>): Verb[] {
  return verbs.filter((verb) => isOffered(verb, situation))
}

/** Ends the response for the people in it: then the step is a person's, to archive the channel. */
export const isOver = ({ status }: Pick<Incident, 'status'>): boolean => !isOpen({ status })
