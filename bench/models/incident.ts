import { setTimeout as wait } from 'node:timers/promises'
import type { ActAnswer } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'

/** Throws what Slack said against an act. */
export function done(answer: ActAnswer): void {
  if (!answer.ok) throw new Error(answer.error)
}

/** An incident whose card stands. */
export async function declared(driver: Driver): Promise<{ channel: string; ts: string }> {
  const form = await driver.act({ as: 'sato', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  if (!form.ok || !form.view) throw new Error('The form did not open')
  const values = { service: 'a', summary: 'ログイン画面が開けない' }
  done(await driver.act({ as: 'sato', do: 'submit', view_id: form.view.id, values }))
  for (let looks = 0; looks < 200; looks++) {
    const { channels } = await driver.state()
    for (const { id, messages } of channels) {
      const card = messages.find(({ metadata }) => metadata?.event_payload.slot === 'card')
      if (card) return { channel: id, ts: card.ts }
    }
    await wait(100)
  }
  throw new Error('The card does not stand')
}
