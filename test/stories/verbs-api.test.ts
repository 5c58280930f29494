import { sql } from 'kysely'
import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const token = 'a-token-for-stories-only'

const answer = z.looseObject({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }).optional(),
})

forEachDatabase((database) => {
  const stage = setStage(database, {}, undefined, { SSSBOT_API_TOKEN: token })
  const call = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answered = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'ja',
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    })
    return { ...answer.parse(await answered.json()), status: answered.status }
  }
  const recovered = async (values: Record<string, unknown> = {}) => {
    const name = await stage.as('tanaka').declares({ summary: '決済が遅い', ...values })
    await stage.as('tanaka').does(name, 'recover')
    return { name, incident: await incidentIn(stage, name) }
  }

  describe('every verb over HTTP', () => {
    everywhere('does what its form does, in the name of a person, and the channel reads it', async () => {
      const { name, incident } = await recovered()
      const due = '2026-12-24'
      expect(
        await call(`${incident}/postpone-postmortem`, { actor: 'sato', due, reason: '年末の凍結のため' }),
      ).toMatchObject({
        status: 200,
      })
      await stage.quiet()
      expect(JSON.stringify(await stage.channel(name))).toContain('年末の凍結のため')
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('12/24（木）')
    })

    test('repeated under its key, also at once, it is done once; something else under that key is refused', async () => {
      const { incident } = await recovered()
      const key = { 'idempotency-key': 'waive-1' }
      const waive = (reason: string) => call(`${incident}/waive-postmortem`, { actor: 'sato', reason }, key)
      const answers = await Promise.all([waive('訓練の練習'), waive('訓練の練習')])
      answers.push(await waive('訓練の練習'))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await waive('別の理由')).toMatchObject({ status: 409, error: { code: 'idempotency-key-reused' } })
      await stage.quiet()
      const { db } = stage.bot.app.world
      const waived = db.read.selectFrom('facts').select('id').where('type', '=', 'ladder.waived')
      expect(await waived.where('subject', '=', `incident:${incident}`).execute()).toHaveLength(1)
    })

    test('a value that cannot be used names its field; what may not be done says why, in the caller’s language', async () => {
      const { incident } = await recovered()
      const refused = async (verb: string, body: object) => {
        const { status, error } = await call(`${incident}/${verb}`, { actor: 'sato', ...body })
        return [status, error?.code, error?.field]
      }
      expect(await refused('postpone-postmortem', { due: 'tomorrow', reason: 'x' })).toEqual([400, 'invalid', 'due'])
      expect(await refused('postpone-postmortem', { due: '2026-12-24' })).toEqual([400, 'invalid', 'reason'])
      expect(await refused('postpone-postmortem', { due: '2020-01-01', reason: 'x' })).toEqual([
        422,
        'postmortem-day-past',
        'due',
      ])
      expect(await refused('review-held', {})).toEqual([422, 'review-unplanned', undefined])
      expect(await refused('review-held', { why: 'x' })).toEqual([400, 'invalid', 'why'])
      expect((await call(`${incident}/no-such-verb`, { actor: 'sato' })).status).toBe(404)
    })

    test('a look that breaks is told to ask again, and nothing of a key that only changes have', async () => {
      const { db } = stage.bot.app.world
      const renamed = (from: string, to: string) =>
        db.transaction((tx) => sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(tx))
      const { incident } = await recovered()
      await stage.quiet()
      await renamed('role_holders', 'role_holders_away')
      const url = `${stage.bot.app.url}/api/v1/incidents/${incident}?actor=tanaka`
      const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' }
      const answered = await fetch(url, { headers })
      const said = await answered.text()
      await renamed('role_holders_away', 'role_holders')
      expect([answered.status, said]).toEqual([500, expect.stringContaining('That could not be read')])
      expect(said).not.toContain('Idempotency')
      // It is logged as what it is; of any other error the story still fails.
      const broken = stage.log.findIndex((line) => line.includes('relation \\"role_holders\\" does not exist'))
      expect(stage.log.splice(broken, 1).join()).toContain('A call to the API failed')
      expect((await fetch(url, { headers })).status).toBe(200)
    })

    test('whoever may not know of an incident is told what is told of one that is not there', async () => {
      const { incident } = await recovered({ visibility: 'private' })
      const due = { due: '2026-12-24', reason: 'x' }
      const hidden = await call(`${incident}/postpone-postmortem`, { actor: 'suzuki', ...due })
      const missing = await call('inc_nothing/postpone-postmortem', { actor: 'suzuki', ...due })
      expect(hidden).toEqual(missing)
      expect(hidden.status).toBe(404)
    })
  })

  describe('rights', () => {
    test('where the settings name who responds, others are refused, in Slack and over HTTP', async () => {
      const { incident } = await recovered()
      await stage.bot.configure({ access: { responders: ['@tanaka'] } })
      const due = { due: '2026-12-24', reason: 'x' }
      expect(await call(`${incident}/postpone-postmortem`, { actor: 'sato', ...due })).toMatchObject({
        status: 403,
        error: { code: 'not-allowed' },
      })
      expect((await call(`${incident}/postpone-postmortem`, { actor: 'tanaka', ...due })).status).toBe(200)
    })
  })
})
