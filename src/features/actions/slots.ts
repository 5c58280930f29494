import type { MessageContent } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { type ActionItem, hasGaps } from '../../rooms/actions/index.ts'
import { knows } from '../../rooms/assembly/index.ts'
import type { FactOf } from '../../rooms/facts/index.ts'
import type { Slot } from '../../rooms/projection/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import {
  type ActionFact,
  conflictMessage,
  gapsMessage,
  type Occasion,
  occasionMessage,
  overMessage,
} from './messages.ts'

/** One direct message to one person about one item. */
type Telling = { slot: string; user: string; actionId: string; n: number; occasion: Occasion }

/** Whom messages about action items go to, so that they are spoken to in their language. */
export const recipientsOfActions = (facts: readonly ActionFact[]): string[] => [
  ...facts.flatMap((fact) =>
    fact.type === 'actions.gaps_asked' || fact.type === 'actions.conflicted'
      ? fact.data.to
      : tellingsOf(fact).map(({ user }) => user),
  ),
]

/**
 * By direct message, so that it reaches people when the channel is long archived: one message with buttons per item and person,
 * the newest; those before it shrink to a line. People who may not know of a private incident get none.
 */
export function actionSlots(
  situation: Situation,
  facts: readonly ActionFact[],
  locales: ReadonlyMap<string, Locale>,
  voice: Voice,
): Slot[] {
  const its = (user: string): Voice => ({ ...voice, locale: locales.get(user) ?? voice.locale })
  const byId = new Map(situation.actions.map((item) => [item.id, item]))
  const byPerson = new Map<string, Telling[]>()
  for (const telling of facts.flatMap(tellingsOf)) {
    const key = `${telling.actionId}:${telling.user}`
    byPerson.set(key, [...(byPerson.get(key) ?? []), telling])
  }
  const slots: Slot[] = []
  const say = (slot: string, user: string, stands: boolean, content: MessageContent) => {
    if (!knows(situation, user)) return
    const act = { do: 'direct-message', user, content } as const
    slots.push({ slot, keep: stands ? 'living' : 'while-standing', lane: 'announce', act })
  }
  for (const tellings of byPerson.values()) {
    // One that has shrunk stays as it is: the last two are enough to look at.
    const [before, last] = tellings.length > 1 ? tellings.slice(-2) : [undefined, tellings[0]]
    if (before)
      say(
        before.slot,
        before.user,
        false,
        overMessage(byId.get(before.actionId), before.n, 'later', situation, its(before.user)),
      )
    if (!last) continue
    const item = byId.get(last.actionId)
    const why = item && passed(last, item)
    const stands = item?.state === 'open' && why === undefined
    const content = stands
      ? occasionMessage(last.occasion, item, situation, its(last.user))
      : overMessage(item, last.n, why, situation, its(last.user))
    say(last.slot, last.user, stands, content)
  }
  const asked = facts.filter((fact): fact is FactOf<'actions.gaps_asked'> => fact.type === 'actions.gaps_asked')
  for (const fact of asked.slice(-2)) {
    const isNewest = fact === asked.at(-1)
    const stands = isNewest && situation.actions.some(hasGaps)
    for (const user of fact.data.to) {
      say(`action-gaps:${fact.n}:${user}`, user, stands, gapsMessage(isNewest, situation, its(user)))
    }
  }
  const conflicts = facts.filter((fact): fact is FactOf<'actions.conflicted'> => fact.type === 'actions.conflicted')
  for (const fact of conflicts) {
    const { id, n, to } = fact.data
    const item = byId.get(id)
    const isNewest = fact === conflicts.findLast((each) => each.data.id === id)
    for (const user of to) {
      const content = conflictMessage(item, n, isNewest, situation, its(user))
      say(`action-conflict:${fact.n}:${user}`, user, isNewest && Boolean(item?.conflict), content)
    }
  }
  return slots
}

/** Whom one fact has something to say to. */
function tellingsOf(fact: ActionFact): Telling[] {
  if (fact.type === 'actions.gaps_asked' || fact.type === 'actions.conflicted') return []
  const { id: actionId, n } = fact.data
  if (fact.type === 'actions.reminded') {
    const { shift, dueOn, owner, lead } = fact.data
    const slot = (user: string) => `action-due:${fact.n}:${user}`
    return [
      ...(owner
        ? [
            {
              slot: slot(owner),
              user: owner,
              actionId,
              n,
              occasion: { is: 'reminded', as: 'owner', shift, dueOn } as const,
            },
          ]
        : []),
      ...lead.map((user) => ({
        slot: slot(user),
        user,
        actionId,
        n,
        occasion: { is: 'reminded', as: 'lead', shift, dueOn } as const,
      })),
    ]
  }
  const { owner } = fact.data
  const isGiven = fact.type === 'actions.added' || fact.data.changes.some(({ field }) => field === 'owner')
  if (!owner || !isGiven || fact.actor.kind !== 'person' || fact.actor.id === owner) return []
  const slot = `action-asked:${fact.type}:${fact.n}`
  return [{ slot, user: owner, actionId, n, occasion: { is: 'asked', by: fact.actor.id } }]
}

/** Why what was said no longer holds; undefined while it does. */
function passed({ user, occasion }: Telling, { owner, dueOn }: ActionItem): 'given' | 'moved' | undefined {
  const isOwners = occasion.is === 'asked' || occasion.as === 'owner'
  if (isOwners && owner !== user) return 'given'
  return occasion.is === 'reminded' && dueOn !== occasion.dueOn ? 'moved' : undefined
}
