import { expect } from 'vitest'
import { z } from 'zod'
import { incidentIn } from './conversation.ts'
import { apiToken, setModelStage } from './models-stage.ts'
import { everywhere, forEachDatabase } from './telling.ts'

const answer = z.object({
  incidents: z.array(z.object({ likeness: z.number(), incident: z.object({ summary: z.string() }) })),
})

forEachDatabase((database) => {
  const stage = setModelStage(database, {}, {}, { model: 'points' })

  const alike = async (channel: string, actor: string) => {
    const url = `${stage.bot.app.url}/api/v1/incidents/${await incidentIn(stage, channel)}/alike?actor=${actor}`
    const answered = await fetch(url, { headers: { authorization: `Bearer ${apiToken}` } })
    return answer.parse(await answered.json()).incidents.map(({ incident }) => incident.summary)
  }

  everywhere(
    'earlier incidents that read alike are found, a private one by nobody else, and nothing of it leaves',
    async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.declares({ summary: 'ログイン画面が開けない' })
      await tanaka.declares({ summary: '請求書の金額が二重' })
      await tanaka.declares({ summary: 'ログイン情報の漏えい', visibility: 'private' })
      const name = await tanaka.declares({ summary: 'ログインが開けない、連絡は taro@example.com' })
      await stage.quiet()
      expect(stage.models.embedded).toEqual([
        'ログイン画面が開けない',
        '請求書の金額が二重',
        'ログインが開けない、連絡は [MAIL-1]',
      ])
      expect(await alike(name, 'suzuki')).toEqual(['ログイン画面が開けない', '請求書の金額が二重'])
      const rows = await stage.ledger()
      expect(rows.map(({ request, answer: said }) => [request, said])).toEqual(
        stage.models.captured.map(({ request, answer: said }) => [request, said]),
      )
      // What becomes private is like nothing any more.
      const init = {
        method: 'POST',
        headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
      }
      const id = await incidentIn(stage, name)
      const body = JSON.stringify({ actor: 'tanaka', visibility: 'private' })
      expect(
        (await fetch(`${stage.bot.app.url}/api/v1/incidents/${id}/set-visibility`, { ...init, body })).status,
      ).toBe(200)
      await stage.quiet()
      expect(await alike(name, 'tanaka')).toEqual([])
      expect(stage.models.embedded).toHaveLength(3)
    },
  )
})
