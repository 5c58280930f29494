import { expect, test } from 'vitest'
import type { Fact } from '../facts/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { effects } from './effects.ts'
import { readForm } from './payloads.ts'

const settings = settingsSchema.parse({ services: { a: { name: 'A' } } })
const following = (type: Fact['type'], invitationId: string | null) => {
  const about = { id: 'fct_1', subject: 'incident:inc_1', n: 1, at: new Date(0), actor: { kind: 'bot' } }
  return effects({ ...about, type, data: { invitationId } } as Fact, settings)
}

test('the answer to a mention follows what was declared from it, its channel, and what becomes private', () => {
  for (const type of ['incident.declared', 'channel.delayed', 'channel.created', 'incident.visibility_set'] as const) {
    expect(following(type, 'inv_1')).toEqual([{ do: 'raise', subject: 'invitation:inv_1' }])
    expect(following(type, null)).toEqual([])
  }
})

test('a form says when it was noticed in seconds, and what it leaves out is real and public', () => {
  const noticed = new Date('2026-11-23T05:00:00Z')
  expect(readForm({ service: 'a', summary: '遅い', detected_at: noticed.getTime() / 1000 })).toMatchObject({
    service: 'a',
    summary: '遅い',
    detectedAt: noticed,
    kind: 'real',
    visibility: 'public',
    types: [],
  })
  expect(readForm({}).detectedAt).toBeNull()
})
