import { randomUUID } from 'node:crypto'
import { sign } from '@octokit/webhooks-methods'

/** `form`: the content type that GitHub chooses where nobody does. */
export type HookTarget = { url: string; secret: string; form?: boolean }

export type HookDelivery = { id: string; event: string; payload: string; status: number | 'lost' | 'unreached' }

/** The webhook of all repositories. GitHub sends each event once, and never again by itself. */
export interface Hooks {
  /** From now on events go there, signed with the secret; without a target they go nowhere. */
  aim(target: HookTarget | undefined): void
  send(event: string, payload: Record<string, unknown>): void
  /** Sends a delivery a second time, as a person may by a button: with the same id. */
  again(id: string): Promise<number | 'lost' | 'unreached'>
  /** Events are made, and never arrive. */
  lose(lost: boolean): void
  /** All events that were made so far have been sent. */
  settled(): Promise<void>
  readonly deliveries: HookDelivery[]
}

export function createHooks(): Hooks {
  let target: HookTarget | undefined
  let lost = false
  let line: Promise<unknown> = Promise.resolve()
  const deliveries: HookDelivery[] = []

  async function deliver({ id, event, payload }: HookDelivery): Promise<HookDelivery['status']> {
    if (lost || !target) return 'lost'
    const body = target.form ? new URLSearchParams({ payload }).toString() : payload
    try {
      const answer = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': target.form ? 'application/x-www-form-urlencoded' : 'application/json',
          'user-agent': 'GitHub-Hookshot/000000',
          'x-github-event': event,
          'x-github-delivery': id,
          'x-github-hook-id': '1',
          'x-hub-signature-256': await sign(target.secret, body),
        },
        body,
      })
      return answer.status
    } catch {
      return 'unreached'
    }
  }

  return {
    aim(next) {
      target = next
    },
    send(event, payload) {
      if (!target) return
      const delivery: HookDelivery = { id: randomUUID(), event, payload: JSON.stringify(payload), status: 'lost' }
      deliveries.push(delivery)
      line = line.then(async () => {
        delivery.status = await deliver(delivery)
      })
    },
    async again(id) {
      const delivery = deliveries.find((each) => each.id === id)
      if (!delivery) throw new Error(`No delivery ${id}`)
      return deliver(delivery)
    },
    lose(now) {
      lost = now
    },
    settled: async () => void (await line),
    deliveries,
  }
}
