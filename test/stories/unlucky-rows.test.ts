import { sql } from 'kysely'
import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const shared = 'a-token-for-stories-only'

/** What odd rows say: nothing, nothing at depth, kinds of another sort. */
const oddities: readonly unknown[] = [
  {},
  null,
  [],
  { to: { a: [null] }, from: 7, summary: [7], condition: 7, user: null },
]

forEachDatabase((database) => {
  const stage = setStage(database, { api: { right: 'administrator', may_name_people: true } }, undefined, {
    SSSBOT_API_TOKEN: shared,
  })

  const asks = async (path: string, body?: object) => {
    const answer = await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${shared}`, 'content-type': 'application/json', accept: '*/*' },
      ...(body ? { body: JSON.stringify({ actor: 'tanaka', ...body }) } : {}),
    })
    return { status: answer.status, text: await answer.text() }
  }

  test.each(oddities.map((odd) => [JSON.stringify(odd), odd] as const))(
    'one stored row that says %s spoils no page of its incident',
    async (_, odd) => {
      const name = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      const id = await incidentIn(stage, name)
      for (const [verb, body] of [
        ['take-handler', {}],
        ['set-level', { level: 'level3', reason: 'お客様に影響' }],
        ['set-type', { type: ['availability'] }],
        ['set-tags', { tags: ['db'] }],
        ['edit-summary', { summary: '決済がとても遅い', impact: '全員' }],
        ['update', { condition: '調査中', action: '再起動', need: '増員', next_minutes: 30 }],
      ] as const)
        expect((await asks(`${id}/${verb}`, body)).status, verb).toBe(200)
      await stage.quiet()
      const { db } = stage.bot.app.world
      const spoilt = [
        'roles.handler_taken',
        'incident.type_set',
        'incident.tags_set',
        'incident.summary_edited',
        'updates.posted',
      ]
      await db.transaction(async (tx) => {
        await sql`update facts set data = ${JSON.stringify(odd)}::jsonb where type = any(${spoilt}::text[])`.execute(tx)
      })
      for (const look of ['', '/detail', '/postmortem', '/timeline', '/summary', '/drafts', '/catch-up', '/changes'])
        expect((await asks(`${id}${look}`)).status, look).toBe(200)
      expect((await asks(`${id}/timeline`)).text).toContain('3（中）')
      expect((await asks(`${id}/recover`, {})).status).toBe(200)
      await stage.quiet()
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('復旧')
      expect(stage.log.filter((line) => line.includes('cannot be read and is left out')).join()).toContain(
        'updates.posted',
      )
    },
  )
})
