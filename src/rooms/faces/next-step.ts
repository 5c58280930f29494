import { type Incident, isOpen } from '../incident/index.ts'
import { handlerOf, type Situation } from '../situation/index.ts'

/** The verbs that can be the one next step. */
export type NextStep =
  | 'take-handler'
  | 'move-channel'
  | 'set-level'
  | 'update'
  | 'edit-summary'
  | 'recover'
  | 'complete'
  | 'reopen'

/** Whether anybody can read what only some may know of, and the bot could go on in a private channel: it is in there, and did not move yet. */
export const isToBeMoved = ({ incident, channel }: Pick<Situation, 'incident' | 'channel'>): boolean =>
  incident.visibility === 'private' &&
  !channel.isPrivate &&
  channel.channelId !== null &&
  channel.archivedAt === null &&
  channel.leftAt === null &&
  channel.next === null &&
  channel.former === null

/** The one next step of this state: the card's primary button. */
export function nextStep(situation: Pick<Situation, 'incident' | 'roles' | 'lastUpdate' | 'channel'>): NextStep {
  const { incident, lastUpdate } = situation
  if (incident.status === 'responding' && !handlerOf(situation)) return 'take-handler'
  if (!isOver(incident) && isToBeMoved(situation)) return 'move-channel'
  if (incident.status === 'responding') {
    if (!incident.level) return 'set-level'
    // That it is overdue is a fact: the message must not depend on what time it is.
    if (!lastUpdate || lastUpdate.overdueSteps > 0) return 'update'
    return incident.impact ? 'recover' : 'edit-summary'
  }
  return incident.status === 'recovered' ? 'complete' : 'reopen'
}

/** Ends the response for the people in it: then the step is a person's, to archive the channel. */
export const isOver = ({ status }: Pick<Incident, 'status'>): boolean => !isOpen({ status })

/** Whether the response still goes on, in words that `offered` reads well with. */
export const whileOpen = ({ incident }: Situation): boolean => isOpen(incident)
export const whileResponding = ({ incident }: Situation): boolean => incident.status === 'responding'
