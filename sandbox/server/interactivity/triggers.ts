import { newTriggerId } from '../ids.ts'
import { refuse } from '../refusal.ts'

type Trigger = { user: string; until: number; used: boolean; fromModal: boolean; channel?: string }

/** The trigger ids that interactions carry, with which an app may open a view for the person who acted. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>()
  readonly #now: () => number
  readonly #life: number

  /** Slack takes a trigger id for `life` milliseconds, once. */
  constructor(now: () => number, life: number) {
    this.#now = now
    this.#life = life
  }

  /** `channel`: the conversation in which the person acted. */
  issue(user: string, fromModal: boolean, channel?: string): string {
    const now = this.#now()
    for (const [id, trigger] of this.#triggers) if (trigger.until < now - 60_000) this.#triggers.delete(id)
    const id = newTriggerId()
    const where = channel === undefined ? {} : { channel }
    this.#triggers.set(id, { user, until: now + this.#life, used: false, fromModal, ...where })
    return id
  }

  /** Uses one up: `invalid_trigger_id`, `expired_trigger_id`, `exchanged_trigger_id`. */
  exchange(id: string): Trigger {
    const trigger = this.#triggers.get(id)
    if (!trigger) refuse('invalid_trigger_id')
    if (trigger.used) refuse('exchanged_trigger_id')
    if (trigger.until < this.#now()) refuse('expired_trigger_id')
    trigger.used = true
    return trigger
  }
}
