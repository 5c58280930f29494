import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'
const refusal = z.looseObject({ error: z.object({ code: z.string(), field: z.string().optional() }).optional() })

/** Times that nobody means, at each door that takes one. */
const doors: readonly [verb: string, body: object, code: string, field: string][] = [
  ['edit-times', { detected_at: '1970-01-01T00:00:00Z' }, 'time-too-early', 'detected_at'],
  ['edit-times', { occurred_at: '0001-01-01T00:00:00Z' }, 'time-too-early', 'occurred_at'],
  ['edit-times', { declared_at: '2300-01-01T00:00:00Z' }, 'time-in-future', 'declared_at'],
  ['recover', { recovered_at: '1970-01-01T00:00:00Z' }, 'time-too-early', 'recovered_at'],
  ['recover', { postmortem_due: '2020-01-01' }, 'day-past', 'postmortem_due'],
  ['recover', { postmortem_due: '2300-01-01' }, 'day-too-far', 'postmortem_due'],
  ['add-action', { title: '監視を足す', due: '2020-01-01' }, 'day-past', 'due'],
  ['add-action', { title: '監視を足す', due: '2300-01-01' }, 'day-too-far', 'due'],
  ['assign-postmortem', { owner: 'U0SATO', due: '2300-01-01' }, 'day-too-far', 'due'],
  ['postpone-postmortem', { due: '2300-01-01', reason: 'x' }, 'day-too-far', 'due'],
  ['plan-review', { at: '2300-01-01T00:00:00Z', people: ['U0SATO'] }, 'time-too-far', 'at'],
  ['add-entry', { at: '1970-01-01T00:00:00Z', words: '再起動した' }, 'time-too-early', 'at'],
]

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const refused = async (path: string, body: object) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ actor: 'tanaka', ...body }),
    })
    const { error } = refusal.parse(await answered.json())
    return [answered.status, error?.code, error?.field]
  }

  test('a time that nobody means is refused at its field, at every door', async () => {
    const incident = await incidentIn(stage, await stage.as('tanaka').declares())
    for (const [verb, body, code, field] of doors)
      expect([verb, body, ...(await refused(`/${incident}/${verb}`, body))]).toEqual([verb, body, 422, code, field])
    const declared = { service: 'a', summary: '遅い', detected_at: '1970-01-01T00:00:00Z' }
    expect(await refused('', declared)).toEqual([422, 'time-too-early', 'detected_at'])
    await stage.as('tanaka').do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    const { errors } = await stage.as('tanaka').sends({ service: 'a', summary: '遅い', detected_at: 0 })
    expect(errors.detected_at).toContain('10 年より前')
  })

  test('what was due before today can be changed in everything else', async () => {
    const name = await stage.as('tanaka').declares()
    const incident = await incidentIn(stage, name)
    expect((await refused(`/${incident}/add-action`, { title: '監視を足す', due: '2026-11-24' }))[0]).toBe(200)
    // Once it is recovered the time passes with few reminders.
    await stage.as('tanaka').does(name, 'recover')
    const { read } = stage.bot.app.world.db
    const { id } = await read.selectFrom('action_items').select('id').executeTakeFirstOrThrow()
    await stage.pass(3 * 24 * 3_600_000)
    const change = (body: object) => refused(`/${incident}/change-action`, { action: id, ...body })
    expect(await change({ title: '監視を増やす', due: '2026-11-24' })).toEqual([200, undefined, undefined])
    expect(await change({ due: '2020-01-01' })).toEqual([422, 'day-past', 'due'])
  })
})
