import { expect, test } from 'vitest'
import type { World } from '../facts/index.ts'
import { situations } from '../situation/situation.samples.ts'
import { admit } from './admit.ts'

const { secret } = situations
/** Where guests see everything, nothing is asked of the database before somebody is refused. */
const untouched = { db: {}, settings: () => ({ access: { guests: 'everything' } }) } as World

test('a stranger who still holds a button of a private incident is told that there is none, wherever they press it', async () => {
  for (const channel of ['C0ELSEWHERE', 'D0DIRECT', undefined]) {
    await expect(admit(untouched, secret, 'U0STRANGER', channel)).rejects.toThrow('incident-unknown')
  }
})

test('in a channel that everybody can join, being there is no right', async () => {
  const open = { ...secret, channel: { ...secret.channel, isPrivate: false } }
  await expect(admit(untouched, open, 'U0STRANGER', `${secret.channel.channelId}`)).rejects.toThrow('incident-unknown')
})

test('whoever may know is let in', async () => {
  await expect(admit(untouched, secret, secret.incident.declaredBy, undefined)).resolves.toBeUndefined()
})
